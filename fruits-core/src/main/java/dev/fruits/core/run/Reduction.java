package dev.fruits.core.run;

import dev.fruits.core.feature.Projection;

/**
 * How a run reduced its features.
 *
 * @param reducer name of the {@link dev.fruits.core.pca.Reducer}
 * @param requested what the reducer was asked for: {@code pca 100}
 * @param projection the fitted projection
 */
public record Reduction(String reducer, String requested, Projection projection) {}
