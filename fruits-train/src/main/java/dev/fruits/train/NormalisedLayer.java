package dev.fruits.train;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.norm.BatchNorm;

/** A convolution or dense layer without bias, and the batch normalisation behind it. */
record NormalisedLayer(Block linear, BatchNorm normalisation) {
    /** Keeps the divisor from 0; the engine and the folding must use the same. */
    static final float EPSILON = 1e-5f;

    static NormalisedLayer of(Block linear) {
        return new NormalisedLayer(
                linear, BatchNorm.builder().optEpsilon(EPSILON).build());
    }

    /** One layer that computes what the two do on running statistics: w · γ/σ and β − μ · γ/σ. */
    FoldedWeights folded() {
        NDArray weight = linear.getDirectParameters().get("weight").getArray();
        float[] factors = factors();
        float[] values = weight.toFloatArray();
        int perOutput = values.length / factors.length;
        for (int i = 0; i < values.length; i++) {
            values[i] *= factors[i / perOutput];
        }
        float[] bias = statistic("beta");
        float[] mean = statistic("runningMean");
        for (int i = 0; i < bias.length; i++) {
            bias[i] -= mean[i] * factors[i];
        }
        return new FoldedWeights(weight.getShape().getShape(), values, bias);
    }

    private float[] factors() {
        float[] gamma = statistic("gamma");
        float[] variance = statistic("runningVar");
        float[] factors = new float[gamma.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = (float) (gamma[i] / Math.sqrt((double) variance[i] + EPSILON));
        }
        return factors;
    }

    private float[] statistic(String name) {
        return normalisation.getDirectParameters().get(name).getArray().toFloatArray();
    }
}
