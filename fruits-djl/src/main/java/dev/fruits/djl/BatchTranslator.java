package dev.fruits.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.feature.FeatureVector;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hands a whole batch over as one tensor, and cuts the features out of one tensor; no array operation is needed.
 *
 * @param tensor the features' name among the outputs
 */
record BatchTranslator(ModelCard card, String tensor) implements NoBatchifyTranslator<PixelBatch, List<FeatureVector>> {
    @Override
    public NDList processInput(TranslatorContext context, PixelBatch batch) {
        Shape shape = new Shape(
                batch.count(),
                Normalisation.CHANNELS,
                card.input().height(),
                card.input().width());
        NDArray pixels = context.getNDManager().create(batch.pixels(), shape, DataType.FLOAT32);
        pixels.setName(card.input().tensor());
        return new NDList(pixels);
    }

    @Override
    public List<FeatureVector> processOutput(TranslatorContext context, NDList outputs) {
        NDArray features = card.kind() == WeightsKind.ONNX ? outputs.get(tensor) : outputs.get(0);
        Shape shape = features.getShape();
        int dimension = card.output().dimension();
        int images = (int) shape.get(0);
        if (shape.size() != (long) images * dimension) {
            throw new RunFailedException("model " + card.name() + ": its output '" + tensor + "' is " + shape
                    + " but the card says " + dimension + " features; correct output.dimension of the card");
        }
        float[] values = features.toFloatArray();
        return IntStream.range(0, images)
                .mapToObj(image -> FeatureVector.of(values, image * dimension, dimension))
                .toList();
    }
}
