package dev.fruits.cli.option;

import static dev.fruits.cli.option.ValueType.TEXT;

import dev.fruits.core.store.Residency;
import dev.fruits.core.store.StoreEncryption;
import dev.fruits.core.store.StoreSettings;
import java.util.List;

/** The options of object stores: how a store is reached and written to, and where in the world it may be. */
public final class StoreOptions {
    private static final String GROUP = "Object stores";

    public static final CommandOption<String> REGION = CommandOption.of(
                    "region", TEXT, "REGION", "Region of s3:// locations, such as eu-west-3.")
            .otherwise("that of the AWS configuration")
            .check(region -> new StoreSettings(region, null, null, null, null, null))
            .group(GROUP)
            .key("store.region");

    public static final CommandOption<String> ENDPOINT = CommandOption.of(
                    "endpoint", TEXT, "URL", "Address of a store that is compatible with S3: http(s)://host:port.")
            .check(endpoint -> new StoreSettings(null, endpoint, null, null, null, null))
            .group(GROUP)
            .key("store.endpoint");

    public static final CommandOption<Boolean> PATH_STYLE = CommandOption.flag(
                    "path-style", "Send the bucket in the path of requests, as compatible stores require.")
            .group(GROUP)
            .key("store.path-style");

    public static final CommandOption<String> ENCRYPTION = CommandOption.of(
                    "encryption", TEXT, "KIND", "Encryption of written objects: sse-s3 or sse-kms.")
            .otherwise("that of the bucket")
            .check(StoreEncryption::of)
            .candidates(() -> List.of("sse-s3", "sse-kms"))
            .group(GROUP)
            .key("store.encryption");

    public static final CommandOption<String> KMS_KEY = CommandOption.of("kms-key", TEXT, "ARN", "Key for sse-kms.")
            .otherwise("that of the account")
            .group(GROUP)
            .key("store.kms-key");

    public static final CommandOption<Boolean> REQUESTER_PAYS = CommandOption.flag(
                    "requester-pays", "Pay for requests to a bucket whose owner requires it.")
            .group(GROUP)
            .key("store.requester-pays");

    public static final CommandOption<String> RESIDENCY = CommandOption.of(
                    "residency",
                    TEXT,
                    "WHERE",
                    "Where buckets, keys and clusters may be: eu, eu-adequate (adds London and Zurich) or any."
                            + " Everything outside is refused before the work begins.")
            .byDefault(Residency.ANY.text())
            .check(Residency::of)
            .candidates(() -> List.of("eu", "eu-adequate", "any"))
            .group(GROUP)
            .key("residency");

    /** For commands that only read. */
    public static final List<CommandOption<?>> READ = List.of(REGION, ENDPOINT, PATH_STYLE, REQUESTER_PAYS);

    public static final List<CommandOption<?>> ALL =
            List.of(REGION, ENDPOINT, PATH_STYLE, ENCRYPTION, KMS_KEY, REQUESTER_PAYS, RESIDENCY);

    private StoreOptions() {}

    /**
     * How a store is reached.
     *
     * @throws dev.fruits.core.WrongUseException if a key is given that the encryption does not use
     */
    public static StoreSettings settings(OptionValues values) {
        String encryption = values.get(ENCRYPTION);
        return new StoreSettings(
                values.get(REGION),
                values.get(ENDPOINT),
                values.get(PATH_STYLE),
                encryption == null ? null : StoreEncryption.of(encryption),
                values.get(KMS_KEY),
                values.get(REQUESTER_PAYS));
    }

    /** A key implies the encryption that uses it. */
    public static OptionValues withImpliedEncryption(OptionValues values) {
        return values.has(KMS_KEY) ? values.with(ENCRYPTION, StoreEncryption.SSE_KMS.text()) : values;
    }

    /** {@code lower} without encryption or key that those of {@code upper} exclude. */
    static OptionValues withoutUnusedKey(OptionValues lower, OptionValues upper) {
        boolean keyless = StoreEncryption.SSE_S3.text().equals(upper.get(ENCRYPTION));
        OptionValues kept = keyless ? lower.without(KMS_KEY) : lower;
        return upper.has(KMS_KEY) ? kept.without(ENCRYPTION) : kept;
    }
}
