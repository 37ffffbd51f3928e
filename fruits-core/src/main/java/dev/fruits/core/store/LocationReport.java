package dev.fruits.core.store;

import java.util.List;

/**
 * Where in the world a location of an object store is, and how it is protected.
 *
 * @param region its region; empty if it is unknown
 * @param jurisdiction of that region
 * @param verified true if the store itself said so; false if it is what the settings say
 * @param warnings one line each: a bucket that is public or not encrypted
 */
public record LocationReport(String region, Jurisdiction jurisdiction, boolean verified, List<String> warnings) {
    public LocationReport {
        warnings = List.copyOf(warnings);
    }

    /** {@code eu-west-3, verified}. */
    @Override
    public String toString() {
        return region.isEmpty() ? "unknown" : region + (verified ? ", verified" : ", as declared");
    }
}
