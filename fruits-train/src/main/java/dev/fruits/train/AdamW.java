package dev.fruits.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam with decoupled weight decay (I. Loshchilov, F. Hutter, Decoupled weight decay regularization, 2019) by the
 * engine's own kernel. DJL's optimiser keeps its moments to itself; here they can be saved and put back. Biases and
 * normalisations do not decay.
 */
final class AdamW {
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;
    private static final float NO_RESCALING = 1;
    private static final float NO_CLIPPING = -1;

    private final List<Moments> trained = new ArrayList<>();
    private final float weightDecay;
    private long steps;

    private record Moments(Parameter parameter, NDArray mean, NDArray variance) {}

    AdamW(NDManager manager, List<Parameter> parameters, double weightDecay) {
        this.weightDecay = (float) weightDecay;
        for (Parameter parameter : parameters) {
            if (parameter.requiresGradient()) {
                trained.add(new Moments(
                        parameter, manager.zeros(parameter.getShape()), manager.zeros(parameter.getShape())));
            }
        }
    }

    /** Uses up the gradients: they are 0 afterwards. */
    void step(double learningRate) {
        steps++;
        double corrected =
                learningRate * Math.sqrt(1 - Math.pow(BETA2, (double) steps)) / (1 - Math.pow(BETA1, (double) steps));
        for (Moments moments : trained) {
            NDArray weight = moments.parameter().getArray();
            boolean decays = moments.parameter().getType() == Parameter.Type.WEIGHT;
            try (NDArray gradient = weight.getGradient()) {
                weight.getNDArrayInternal()
                        .adamUpdate(
                                new NDList(weight, gradient, moments.mean(), moments.variance()),
                                new NDList(weight),
                                (float) learningRate,
                                (float) corrected,
                                decays ? weightDecay : 0,
                                NO_RESCALING,
                                NO_CLIPPING,
                                BETA1,
                                BETA2,
                                EPSILON,
                                true,
                                true);
            }
        }
    }

    List<NDArray> moments() {
        return trained.stream()
                .flatMap(moments -> List.of(moments.mean(), moments.variance()).stream())
                .toList();
    }

    long steps() {
        return steps;
    }

    void resumeAt(long steps) {
        this.steps = steps;
    }
}
