package dev.fruits.train;

import ai.djl.Device;
import ai.djl.engine.Engine;
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
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The network in PyTorch, its weights and its optimiser. Used by one thread; holds native memory until closed. */
final class Network implements AutoCloseable {
    private static final Shape HALVING = new Shape(2, 2);

    private final Architecture architecture;
    private final double labelSmoothing;
    private final Engine engine;
    private final NDManager manager;
    private final ParameterStore store;
    private final List<NormalisedLayer> convolutions = new ArrayList<>();
    private final NormalisedLayer dense;
    private final Linear classifier;
    private final SequentialBlock trunk = new SequentialBlock();
    private final AdamW optimiser;

    /**
     * @param seed of the first weights
     * @param threads of PyTorch, for the whole JVM
     */
    Network(Architecture architecture, double labelSmoothing, double weightDecay, long seed, int threads) {
        this.architecture = architecture;
        this.labelSmoothing = labelSmoothing;
        engine = PyTorch.engine(threads);
        manager = engine.newBaseManager(Device.cpu());
        store = new ParameterStore(manager, false);
        for (int filters : architecture.filters()) {
            convolutions.add(NormalisedLayer.of(Conv2d.builder()
                    .setKernelShape(new Shape(3, 3))
                    .optPadding(new Shape(1, 1))
                    .optBias(false)
                    .setFilters(filters)
                    .build()));
        }
        dense = NormalisedLayer.of(Linear.builder()
                .setUnits(architecture.features())
                .optBias(false)
                .build());
        classifier = Linear.builder().setUnits(architecture.classes()).build();
        connect();
        initialise(new SplittableRandom(seed));
        optimiser = new AdamW(manager, parameters(), weightDecay);
    }

    /** ReLU behind the pooling gives what it gives before it, on a quarter of the numbers. */
    private void connect() {
        for (NormalisedLayer convolution : convolutions) {
            trunk.add(convolution.linear())
                    .add(convolution.normalisation())
                    .add(Pool.maxPool2dBlock(HALVING, HALVING))
                    .add(Activation.reluBlock());
        }
        trunk.add(Pool.avgPool2dBlock(HALVING, HALVING))
                .add(Blocks.batchFlattenBlock())
                .add(dense.linear())
                .add(dense.normalisation())
                .add(Activation.reluBlock());
    }

    private void initialise(SplittableRandom random) {
        trunk.initialize(
                manager, DataType.FLOAT32, new Shape(1, Pixels.CHANNELS, architecture.side(), architecture.side()));
        classifier.initialize(manager, DataType.FLOAT32, new Shape(1, architecture.features()));
        for (Parameter parameter : parameters()) {
            if (parameter.getType() == Parameter.Type.WEIGHT) {
                parameter.getArray().set(HeWeights.draw(parameter.getShape().getShape(), random));
            }
            parameter.getArray().setRequiresGradient(parameter.requiresGradient());
        }
    }

    /** Weights and running statistics, always in the same order. */
    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(trunk.getParameters().values());
        parameters.addAll(classifier.getParameters().values());
        return parameters;
    }

    /** Everything that another run needs to go on from here: weights, running statistics, moments of the optimiser. */
    List<NDArray> state() {
        List<NDArray> state = new ArrayList<>();
        parameters().forEach(parameter -> state.add(parameter.getArray()));
        state.addAll(optimiser.moments());
        return state;
    }

    /** Steps the optimiser has done. */
    long steps() {
        return optimiser.steps();
    }

    /** After {@link #state()} was put back. */
    void resumeAt(long steps) {
        optimiser.resumeAt(steps);
    }

    /** One step along the gradient of the batch's mean loss. */
    StepFigures train(Batch batch, double learningRate) {
        try (NDManager step = manager.newSubManager()) {
            StepFigures figures;
            try (GradientCollector gradients = engine.newGradientCollector()) {
                NDArray logits = logits(features(pixels(step, batch), true), true);
                NDArray loss = loss(step, logits, batch);
                gradients.backward(loss);
                figures = figures(step, logits, loss, batch);
            }
            JniUtils.setGradMode(false);
            optimiser.step(learningRate);
            return figures;
        }
    }

    /** What the network makes of a batch on its running statistics; changes nothing. */
    StepFigures evaluate(Batch batch) {
        JniUtils.setGradMode(false);
        try (NDManager step = manager.newSubManager()) {
            NDArray logits = logits(features(pixels(step, batch), false), false);
            return figures(step, logits, loss(step, logits, batch), batch);
        }
    }

    /** Features, then logits, photograph by photograph. */
    List<float[]> outputs(Batch batch) {
        JniUtils.setGradMode(false);
        try (NDManager step = manager.newSubManager()) {
            NDArray features = features(pixels(step, batch), false);
            return List.of(features.toFloatArray(), logits(features, false).toFloatArray());
        }
    }

    private NDArray pixels(NDManager step, Batch batch) {
        return step.create(
                batch.pixels(),
                new Shape(batch.size(), Pixels.CHANNELS, architecture.side(), architecture.side()),
                DataType.FLOAT32);
    }

    private NDArray features(NDArray pixels, boolean isTraining) {
        return trunk.forward(store, new NDList(pixels), isTraining).singletonOrThrow();
    }

    private NDArray logits(NDArray features, boolean isTraining) {
        return classifier.forward(store, new NDList(features), isTraining).singletonOrThrow();
    }

    /** Mean cross-entropy with the smoothed labels (1 − s) · one-hot + s / classes. */
    private NDArray loss(NDManager step, NDArray logits, Batch batch) {
        NDArray targets = step.create(batch.labels())
                .oneHot(architecture.classes())
                .toType(DataType.FLOAT32, false)
                .mul(1 - labelSmoothing)
                .add(labelSmoothing / architecture.classes());
        return logits.logSoftmax(1).mul(targets).sum(new int[] {1}).mean().neg();
    }

    private static StepFigures figures(NDManager step, NDArray logits, NDArray loss, Batch batch) {
        long correct = logits.argMax(1)
                .eq(step.create(batch.labels()))
                .toType(DataType.INT64, false)
                .sum()
                .getLong();
        return new StepFigures(batch.size(), (double) loss.getFloat() * batch.size(), correct);
    }

    Architecture architecture() {
        return architecture;
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

    @Override
    public void close() {
        manager.close();
    }
}
