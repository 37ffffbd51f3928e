package dev.fruits.core.diff;

import dev.fruits.core.WrongUseException;

/**
 * How far two runs may differ and still count as equal. For vectors (features, mean, reduced rows) a difference is
 * measured against the largest magnitude in the two vectors, or against 1 where that is smaller.
 *
 * @param features of feature vectors and of their mean
 * @param components of reduced rows and of the entries of principal components, which have unit length
 * @param variance of explained variances, as a share of the largest
 */
public record Tolerances(double features, double components, double variance) {
    public static final Tolerances DEFAULT = new Tolerances(1e-6, 1e-4, 1e-6);

    /** @throws WrongUseException if one is negative or not finite */
    public Tolerances {
        require("features-tolerance", features);
        require("components-tolerance", components);
        require("variance-tolerance", variance);
    }

    private static void require(String name, double value) {
        if (!Double.isFinite(value) || value < 0) {
            throw new WrongUseException(name + " " + value + ": must be 0 or more, such as 1e-6");
        }
    }
}
