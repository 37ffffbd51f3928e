package dev.fruits.aws.s3;

import dev.fruits.aws.Regions;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.Jurisdiction;
import dev.fruits.core.store.LocationReport;
import dev.fruits.core.store.ResidencyInspector;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells where buckets are. Amazon tells anybody the region of a bucket, so no credentials are needed for that; behind an
 * endpoint of one's own, the region is what the settings say. Whether a bucket is public or not encrypted takes
 * credentials; where they do not suffice, that is said.
 * Making one loads nothing of the SDK, which a cluster that reads no S3 may lack.
 *
 * @param amazon address of a server that answers in Amazon's place; null for Amazon
 */
record S3Residency(StoreSettings store, @Nullable URI amazon) implements ResidencyInspector {
    private static final Pattern KEY_ARN = Pattern.compile("arn:[a-z-]+:kms:([a-z0-9-]+):.*");

    @Override
    public LocationReport inspect(String option, Location location) throws IOException {
        String bucket = S3Location.of(option, location).bucket();
        if (store.endpoint() != null) {
            String declared = Objects.requireNonNullElse(store.region(), "");
            return new LocationReport(declared, Regions.jurisdiction(declared), false, List.of());
        }
        String region = new BucketRegion(store.region(), amazon)
                .of(bucket)
                .orElseThrow(() -> new WrongUseException(
                        option + " " + location + ": bucket '" + bucket + "' not found; check its name"));
        StoreSettings there = new StoreSettings(region, null, store.pathStyle(), null, null, null);
        return new LocationReport(
                region, Regions.jurisdiction(region), true, new BucketSecurity(there, option, location).warnings());
    }

    @Override
    public Jurisdiction jurisdiction(String region) {
        return Regions.jurisdiction(region);
    }

    @Override
    public String regionOfKey(String key) {
        Matcher arn = KEY_ARN.matcher(key);
        return arn.matches() ? arn.group(1) : Objects.requireNonNullElse(store.region(), "");
    }
}
