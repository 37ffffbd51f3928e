package dev.fruits.cli;

import dev.fruits.core.pca.ComponentChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many components. */
final class Components {
    @Option(names = "--pca", paramLabel = "K", description = "Keep K components.")
    @Nullable
    Integer pca;

    @Option(
            names = "--variance",
            paramLabel = "V",
            description = "Keep as many as explain this share of the variance, 0 to 1. Default: 0.95.")
    @Nullable
    Double variance;

    @Nullable
    ComponentChoice choice() {
        if (pca != null) {
            return ComponentChoice.components(pca);
        }
        return variance == null ? null : ComponentChoice.variance(variance);
    }
}
