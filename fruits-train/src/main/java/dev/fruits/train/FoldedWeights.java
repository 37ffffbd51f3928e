package dev.fruits.train;

import ai.djl.nn.core.Linear;

/** Weights and biases of one layer as ONNX has them; the arrays are not copied. */
final class FoldedWeights {
    /** Of the weights: outputs first. */
    final long[] shape;

    final float[] weights;
    final float[] bias;

    FoldedWeights(long[] shape, float[] weights, float[] bias) {
        this.shape = shape;
        this.weights = weights;
        this.bias = bias;
    }

    /** A layer with nothing to fold. */
    static FoldedWeights of(Linear layer) {
        var parameters = layer.getDirectParameters();
        var weight = parameters.get("weight").getArray();
        return new FoldedWeights(
                weight.getShape().getShape(),
                weight.toFloatArray(),
                parameters.get("bias").getArray().toFloatArray());
    }
}
