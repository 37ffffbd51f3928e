package dev.fruits.core.diff;

import dev.fruits.core.image.Location;

/**
 * What two runs have and have not in common.
 *
 * @param first where the first run is
 * @param second where the second run is
 * @param tolerances what was allowed
 * @param manifest field by field
 * @param rejects by path
 * @param features the table of features
 * @param reduced the table of components
 * @param projection mean, variances, components
 */
public record RunDifference(
        Location first,
        Location second,
        Tolerances tolerances,
        ManifestDifference manifest,
        PathDifference rejects,
        TableDifference features,
        TableDifference reduced,
        ProjectionDifference projection) {
    /** True if the same images were treated alike and every number is within its tolerance. */
    public boolean isWithin() {
        return manifest.isWithin()
                && rejects.isEmpty()
                && features.isWithin()
                && reduced.isWithin()
                && projection.isWithin();
    }

    /** All of it as JSON text. */
    public String toJson() {
        return DifferenceJson.of(this);
    }
}
