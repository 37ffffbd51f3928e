package dev.fruits.djl;

import dev.fruits.core.json.JsonFields;
import java.io.Serializable;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * {@code (sample − mean) / std} for each channel, samples being 0 to 255.
 *
 * @param mean of each channel, in the input's order of channels
 * @param std by which each is divided, in the same order; not 0
 */
public record Normalisation(List<Double> mean, List<Double> std) implements Serializable {
    static final int CHANNELS = 3;
    private static final int LEVELS = 256;

    public Normalisation {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        ModelCard.require(
                mean.size() == CHANNELS && std.size() == CHANNELS,
                "normalisation: 'mean' and 'std' must have three numbers each");
        ModelCard.require(
                mean.stream().allMatch(Double::isFinite)
                        && std.stream().allMatch(value -> Double.isFinite(value) && value != 0),
                "normalisation: 'mean' and 'std' must be finite, and 'std' not 0");
    }

    static Normalisation parse(JsonFields fields) {
        return new Normalisation(
                DoubleStream.of(fields.numbers("mean")).boxed().toList(),
                DoubleStream.of(fields.numbers("std")).boxed().toList());
    }

    /** What each of the 256 samples becomes in the {@code plane}th channel. */
    float[] table(int plane) {
        float[] table = new float[LEVELS];
        for (int sample = 0; sample < LEVELS; sample++) {
            table[sample] = (float) ((sample - mean.get(plane)) / std.get(plane));
        }
        return table;
    }
}
