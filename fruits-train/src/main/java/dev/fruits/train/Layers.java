package dev.fruits.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The layers of an {@link Architecture} and their weights, which the manager owns. */
final class Layers {
    private static final Shape HALVING = square(2);

    private final ParameterStore store;
    private final List<NormalisedLayer> convolutions;
    private final NormalisedLayer dense;
    private final Linear classifier;
    private final SequentialBlock trunk = new SequentialBlock();

    Layers(Architecture architecture, NDManager manager, long seed) {
        store = new ParameterStore(manager, false);
        convolutions = architecture.filters().stream()
                .map(Layers::convolution)
                .map(NormalisedLayer::of)
                .toList();
        dense = NormalisedLayer.of(Linear.builder()
                .setUnits(architecture.features())
                .optBias(false)
                .build());
        classifier = Linear.builder().setUnits(architecture.classes()).build();
        connect(square(architecture.inputPool()), square(architecture.featurePool()));
        trunk.initialize(manager, DataType.FLOAT32, architecture.input(1));
        classifier.initialize(manager, DataType.FLOAT32, new Shape(1, architecture.features()));
        draw(new SplittableRandom(seed));
    }

    private static Conv2d convolution(int filters) {
        return Conv2d.builder()
                .setKernelShape(new Shape(3, 3))
                .optPadding(new Shape(1, 1))
                .optBias(false)
                .setFilters(filters)
                .build();
    }

    private static Shape square(int side) {
        return new Shape(side, side);
    }

    /** ReLU behind the pooling gives what it gives before it, on a quarter of the numbers. */
    private void connect(Shape inputPool, Shape featurePool) {
        trunk.add(Pool.avgPool2dBlock(inputPool, inputPool));
        for (NormalisedLayer convolution : convolutions) {
            trunk.add(convolution.linear())
                    .add(convolution.normalisation())
                    .add(Pool.maxPool2dBlock(HALVING, HALVING))
                    .add(Activation.reluBlock());
        }
        trunk.add(Pool.avgPool2dBlock(featurePool, featurePool))
                .add(Blocks.batchFlattenBlock())
                .add(dense.linear())
                .add(dense.normalisation())
                .add(Activation.reluBlock());
    }

    /** Drawn here, not by the engine, so that a seed means the same weights on every machine. */
    private void draw(RandomGenerator random) {
        for (Parameter parameter : parameters()) {
            if (parameter.getType() == Parameter.Type.WEIGHT) {
                PyTorch.put(weights(parameter.getShape(), random), parameter.getArray());
            }
            parameter.getArray().setRequiresGradient(parameter.requiresGradient());
        }
    }

    /**
     * Normal with variance 2 / inputs (K. He and others, Delving deep into rectifiers, 2015).
     *
     * @param shape outputs first
     */
    private static float[] weights(Shape shape, RandomGenerator random) {
        float[] weights = new float[Math.toIntExact(shape.size())];
        double deviation = Math.sqrt(2.0 / shape.slice(1).size());
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (deviation * random.nextGaussian());
        }
        return weights;
    }

    /** Weights and running statistics, always in the same order. */
    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(trunk.getParameters().values());
        parameters.addAll(classifier.getParameters().values());
        return parameters;
    }

    /**
     * @param pixels [N, 3, side, side]
     * @param isTraining whether to normalise by the batch's own statistics and to update the running ones
     * @return [N, features]
     */
    NDArray features(NDArray pixels, boolean isTraining) {
        return trunk.forward(store, new NDList(pixels), isTraining).singletonOrThrow();
    }

    /**
     * @param features [N, features]
     * @return [N, classes]
     */
    NDArray logits(NDArray features) {
        return classifier.forward(store, new NDList(features), false).singletonOrThrow();
    }

    /** First to last. */
    List<FoldedWeights> foldedConvolutions() {
        return convolutions.stream().map(NormalisedLayer::folded).toList();
    }

    FoldedWeights foldedDense() {
        return dense.folded();
    }

    FoldedWeights foldedClassifier() {
        return FoldedWeights.of(classifier);
    }
}
