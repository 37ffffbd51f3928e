package dev.fruits.core.store;

import java.util.List;

/**
 * Where a place of an object store is in the world, and how it is kept.
 *
 * @param region its region; empty if it cannot be told
 * @param jurisdiction of that region
 * @param verified true if the store itself said so; false if it is what the settings say
 * @param warnings one line each: a bucket that is public or not encrypted
 */
public record PlaceReport(String region, Jurisdiction jurisdiction, boolean verified, List<String> warnings) {
    public PlaceReport {
        warnings = List.copyOf(warnings);
    }

    /** {@code eu-west-3, verified}. */
    @Override
    public String toString() {
        return region.isEmpty() ? "unknown" : region + (verified ? ", verified" : ", as declared");
    }
}
