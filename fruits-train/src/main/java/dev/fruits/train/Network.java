package dev.fruits.train;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;

/** The network in PyTorch, its weights and its optimiser. Used by one thread; holds native memory until closed. */
final class Network implements AutoCloseable {
    private final Architecture architecture;
    private final double labelSmoothing;
    private final Engine engine;
    private final NDManager manager;
    private final Layers layers;
    private final AdamW optimiser;

    Network(Architecture architecture, double labelSmoothing, double weightDecay, long seed, int threads) {
        this.architecture = architecture;
        this.labelSmoothing = labelSmoothing;
        engine = PyTorch.engine(threads);
        manager = engine.newBaseManager(Device.cpu());
        layers = new Layers(architecture, manager, seed);
        optimiser = new AdamW(manager, layers.parameters(), weightDecay);
    }

    Architecture architecture() {
        return architecture;
    }

    Layers layers() {
        return layers;
    }

    /** Everything that another run needs to go on from here: weights, running statistics, moments of the optimiser. */
    List<NDArray> state() {
        List<NDArray> state = new ArrayList<>();
        layers.parameters().stream().map(Parameter::getArray).forEach(state::add);
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
                NDArray logits = layers.logits(layers.features(pixels(step, batch), true));
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
            NDArray logits = layers.logits(layers.features(pixels(step, batch), false));
            return figures(step, logits, loss(step, logits, batch), batch);
        }
    }

    /** Features, then logits, image by image. */
    List<float[]> outputs(Batch batch) {
        JniUtils.setGradMode(false);
        try (NDManager step = manager.newSubManager()) {
            NDArray features = layers.features(pixels(step, batch), false);
            return List.of(features.toFloatArray(), layers.logits(features).toFloatArray());
        }
    }

    private NDArray pixels(NDManager step, Batch batch) {
        return step.create(batch.pixels(), architecture.input(batch.size()), DataType.FLOAT32);
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

    @Override
    public void close() {
        manager.close();
    }
}
