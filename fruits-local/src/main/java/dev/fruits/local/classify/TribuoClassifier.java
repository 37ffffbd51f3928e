package dev.fruits.local.classify;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.Classifier;
import dev.fruits.core.classify.ClassifierCard;
import dev.fruits.core.classify.SoftmaxRegression;
import dev.fruits.core.classify.Standardisation;
import dev.fruits.core.classify.TrainingSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;

/**
 * Multinomial logistic regression on standardised features, trained by Tribuo with AdaGrad over mini-batches, on one
 * thread. It ends after {@code epochs}, or after {@value #LEAST_STEPS} steps if that is later, which suits few images;
 * fewer epochs and a lower rate keep the probabilities modest.
 *
 * <p>Source: J. Duchi, E. Hazan, Y. Singer, Adaptive subgradient methods for online learning and stochastic
 * optimization, Journal of Machine Learning Research 12 (2011), 2121–2159.
 *
 * @param epochs passes over the images, 1 to 1,000; more if there are few images
 * @param learningRate AdaGrad's initial one, above 0
 * @param batch images per step, 1 to 4,096
 * @param seed of the order of the images
 */
public record TribuoClassifier(int epochs, double learningRate, int batch, long seed) implements Classifier {
    public static final String NAME = "tribuo";

    private static final String LIBRARY = "Tribuo " + org.tribuo.Tribuo.VERSION;
    /** AdaGrad's guard against division by zero; Tribuo's own choice. */
    private static final double EPSILON = 0.1;

    private static final int LEAST_STEPS = 1000;
    /** Tribuo logs every training at INFO; a reference is kept here, as unreferenced loggers lose their level. */
    private static final Logger TRIBUO_LOGGER = Logger.getLogger("org.tribuo");

    static {
        if (TRIBUO_LOGGER.getLevel() == null) {
            TRIBUO_LOGGER.setLevel(Level.WARNING);
        }
    }

    public TribuoClassifier {
        if (epochs < 1 || epochs > 1000) {
            throw new WrongUseException("epochs " + epochs + ": must be 1 to 1000");
        }
        if (!(learningRate > 0 && Double.isFinite(learningRate))) {
            throw new WrongUseException("learning rate " + learningRate + ": must be above 0, for example 0.01");
        }
        if (batch < 1 || batch > 4096) {
            throw new WrongUseException("batch " + batch + ": must be 1 to 4096");
        }
    }

    /** Hyper-parameters for CNN features: {@code docs/decisions/0004-tribuo-learns-core-predicts.md} has figures. */
    public static TribuoClassifier withSeed(long seed) {
        return new TribuoClassifier(5, 0.01, 16, seed);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SoftmaxRegression fit(TrainingSet training) {
        Standardisation standardisation = Standardisation.fit(training.vectors());
        TribuoDataset dataset = new TribuoDataset(training, standardisation);
        int passes = passes(training.rows().size());
        LinearSGDModel model = trainer(passes).train(dataset.examples());
        ClassifierCard card = ClassifierCard.of(NAME, LIBRARY, hyperParameters(passes), training);
        return SoftmaxRegression.of(
                card, training.projection(), standardisation, dataset.weights(model), dataset.bias(model));
    }

    private int passes(int images) {
        int stepsPerPass = (images + batch - 1) / batch;
        return Math.max(epochs, (LEAST_STEPS + stepsPerPass - 1) / stepsPerPass);
    }

    /** A new one each time: a trainer counts its uses and draws differently each time. */
    private LinearSGDTrainer trainer(int passes) {
        return new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(learningRate, EPSILON), passes, -1, batch, seed);
    }

    private Map<String, String> hyperParameters(int passes) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("objective", "multinomial logistic regression, standardised features");
        parameters.put("optimiser", "AdaGrad");
        parameters.put("epochs", Integer.toString(epochs));
        parameters.put("passes", Integer.toString(passes));
        parameters.put("learning_rate", Double.toString(learningRate));
        parameters.put("batch", Integer.toString(batch));
        parameters.put("seed", Long.toString(seed));
        return parameters;
    }
}
