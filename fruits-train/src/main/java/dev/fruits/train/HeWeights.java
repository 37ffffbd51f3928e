package dev.fruits.train;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * First weights, normal with variance 2 / inputs (K. He and others, Delving deep into rectifiers, 2015). Drawn here, not
 * by the engine, so that a seed means the same weights on every machine.
 */
final class HeWeights {
    private HeWeights() {}

    /**
     * @param shape outputs first
     */
    static float[] draw(long[] shape, SplittableRandom random) {
        long inputs = 1;
        for (int i = 1; i < shape.length; i++) {
            inputs *= shape[i];
        }
        RandomGenerator generator = random;
        float[] weights = new float[Math.toIntExact(shape[0] * inputs)];
        double deviation = Math.sqrt(2.0 / inputs);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (deviation * generator.nextGaussian());
        }
        return weights;
    }
}
