package dev.fruits.cli;

import dev.fruits.cli.option.OptionValues;
import dev.fruits.core.store.Residency;
import dev.fruits.core.store.StoreEncryption;
import dev.fruits.core.store.StoreSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how an object store is reached and written to, and where in the world it may be. */
public final class StoreOptions extends StoreReadOptions {
    @Option(
            names = "--encryption",
            paramLabel = "KIND",
            description = "sse-s3 or sse-kms, for what is written. Default: the bucket's own.")
    @Nullable
    String encryption;

    @Option(names = "--kms-key", paramLabel = "ARN", description = "Key for sse-kms. Default: the account's own.")
    @Nullable
    String kmsKey;

    @Option(
            names = "--residency",
            paramLabel = "WHERE",
            description = "eu, eu-adequate (London and Zurich too) or any: where buckets, keys and machines may be;"
                    + " what lies outside is refused before any work. Default: any.")
    @Nullable
    String residency;

    public OptionValues values() {
        return OptionValues.NONE
                .with(dev.fruits.cli.option.StoreOptions.REGION, region)
                .with(dev.fruits.cli.option.StoreOptions.ENDPOINT, endpoint)
                .with(dev.fruits.cli.option.StoreOptions.PATH_STYLE, pathStyle)
                .with(dev.fruits.cli.option.StoreOptions.ENCRYPTION, encryption)
                .with(dev.fruits.cli.option.StoreOptions.KMS_KEY, kmsKey)
                .with(dev.fruits.cli.option.StoreOptions.REQUESTER_PAYS, requesterPays)
                .with(dev.fruits.cli.option.StoreOptions.RESIDENCY, residency);
    }

    @Override
    public StoreSettings settings() {
        StoreEncryption encrypted = encryption == null ? null : StoreEncryption.of(encryption);
        return new StoreSettings(region, endpoint, pathStyle, encrypted, kmsKey, requesterPays);
    }

    @Nullable
    public Residency residency() {
        return residency == null ? null : Residency.of(residency);
    }
}
