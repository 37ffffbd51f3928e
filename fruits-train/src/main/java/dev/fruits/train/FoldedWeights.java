package dev.fruits.train;

import ai.djl.nn.core.Linear;

/**
 * Weights and biases of one layer as ONNX has them; the arrays are not copied.
 *
 * @param shape of the weights, outputs first
 */
record FoldedWeights(long[] shape, float[] weights, float[] bias) {
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
