package dev.fruits.cli;

import dev.fruits.core.store.StoreSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how an object store is reached; what is not given stays null. */
class StoreReadOptions {
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

    @Option(names = "--requester-pays", description = "Pay for requests to a bucket that asks its readers to.")
    @Nullable
    Boolean requesterPays;

    public StoreSettings settings() {
        return new StoreSettings(region, endpoint, pathStyle, null, null, requesterPays);
    }
}
