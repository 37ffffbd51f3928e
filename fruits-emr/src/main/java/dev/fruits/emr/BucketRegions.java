package dev.fruits.emr;

import dev.fruits.aws.s3.S3Objects;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.emr.plan.ClusterSpec;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Where the buckets of a run are. */
record BucketRegions(S3Objects store) {
    /** Traffic between regions is paid by the byte, and data may not leave where it is. */
    void requireSame(ClusterSpec spec) throws IOException {
        if (store.settings().endpoint() != null) {
            return;
        }
        Map<String, Location> places = Map.of(
                "folder",
                spec.job().folder(),
                "images",
                spec.job().images(),
                "out",
                spec.job().results());
        for (Map.Entry<String, Location> place : places.entrySet()) {
            Optional<String> region = store.region(place.getKey(), place.getValue());
            if (region.isPresent() && !region.get().equals(spec.region())) {
                throw new WrongUseException(place.getKey() + " " + place.getValue() + ": its bucket is in "
                        + region.get() + " and the cluster would be in " + spec.region() + "; pass --region "
                        + region.get());
            }
        }
    }
}
