package dev.fruits.cli;

import dev.fruits.core.store.Residency;
import dev.fruits.core.store.StoreEncryption;
import dev.fruits.core.store.StoreSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how an object store is reached, and where in the world it may be; what is not given stays null. */
final class StoreOptions {
    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Region of s3:// locations, such as eu-west-3. Default: as the AWS command line has it.")
    @Nullable
    String region;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "http(s)://host:port of a store that is compatible with S3.")
    @Nullable
    String endpoint;

    @Option(
            names = "--path-style",
            description = "The bucket is in the path of requests, as compatible stores want it.")
    @Nullable
    Boolean pathStyle;

    @Option(
            names = "--encryption",
            paramLabel = "KIND",
            description = "sse-s3 or sse-kms, for what is written. Default: the bucket's own.")
    @Nullable
    String encryption;

    @Option(names = "--kms-key", paramLabel = "ARN", description = "Key for sse-kms. Default: the account's own.")
    @Nullable
    String kmsKey;

    @Option(names = "--requester-pays", description = "Pay for requests to a bucket that asks its readers to.")
    @Nullable
    Boolean requesterPays;

    @Option(
            names = "--residency",
            paramLabel = "WHERE",
            description = "eu, eu-adequate (London and Zurich too) or any: where buckets, keys and machines may be;"
                    + " what lies outside is refused before any work. Default: any.")
    @Nullable
    String residency;

    StoreSettings settings() {
        StoreEncryption encrypted = encryption == null ? null : StoreEncryption.of(encryption);
        return new StoreSettings(region, endpoint, pathStyle, encrypted, kmsKey, requesterPays);
    }

    @Nullable
    Residency residency() {
        return residency == null ? null : Residency.of(residency);
    }
}
