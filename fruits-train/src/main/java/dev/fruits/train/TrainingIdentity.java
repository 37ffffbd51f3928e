package dev.fruits.train;

import dev.fruits.core.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells trainings apart: two of the same identity go through the same steps. */
final class TrainingIdentity {
    private TrainingIdentity() {}

    static String of(TrainingSettings settings, Architecture architecture, ArcSplit split) {
        String photographs = Stream.concat(split.training().stream(), split.heldBack().stream())
                .map(LabelledPhotograph::path)
                .collect(Collectors.joining("\n"));
        return "%s, %d epochs, seed %d, batch %d, learning rate %s, weight decay %s, label smoothing %s, held back %s, photographs %s"
                .formatted(
                        architecture,
                        settings.epochs(),
                        settings.seed(),
                        settings.batch(),
                        settings.learningRate(),
                        settings.weightDecay(),
                        settings.labelSmoothing(),
                        settings.heldBackShare(),
                        Sha256.of(photographs.getBytes(StandardCharsets.UTF_8)).substring(0, 12));
    }
}
