package dev.fruits.core.classify;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.linalg.Block;
import dev.fruits.core.linalg.MatrixProduct;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.sink.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fitted multinomial logistic regression: the probability of label c is proportional to exp(bias_c + weights_c · z),
 * where z is the standardised vector. Adapters fit it; applying, saving and loading need nothing but core.
 *
 * <p>Source: C. M. Bishop, Pattern Recognition and Machine Learning (2006), 4.3.4.
 */
public final class SoftmaxRegression implements FittedClassifier {
    /** Rows that are scored at once. */
    private static final int CHUNK = 128;

    private final ClassifierCard card;
    private final List<String> labels;
    private final @Nullable PcaProjection projection;
    private final Standardisation standardisation;
    private final double[][] weights;
    /** The weights as columns, d × c: what the product needs. */
    private final double[][] columns;

    private final double[] bias;

    private SoftmaxRegression(
            ClassifierCard card,
            @Nullable PcaProjection projection,
            Standardisation standardisation,
            double[][] weights,
            double[] bias) {
        this.card = card;
        this.labels = List.copyOf(card.imagesPerLabel().keySet());
        this.projection = projection;
        this.standardisation = standardisation;
        this.weights = weights;
        this.columns = columns(weights, standardisation.dimension());
        this.bias = bias;
    }

    /**
     * Takes the parts of a fit; copies them.
     *
     * @param card its labels, c, in their order are those of the weights
     * @param projection applied first, to d components; empty if the classifier works on the CNN's own d features
     * @param standardisation of d values, applied next
     * @param weights c rows of d values
     * @param bias c values
     * @throws RunFailedException if a weight is not finite
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public static SoftmaxRegression of(
            ClassifierCard card,
            Optional<PcaProjection> projection,
            Standardisation standardisation,
            double[][] weights,
            double[] bias) {
        int dimension = standardisation.dimension();
        int classes = card.imagesPerLabel().size();
        boolean fits = weights.length == classes
                && bias.length == classes
                && Arrays.stream(weights).allMatch(row -> row.length == dimension)
                && projection.map(pca -> pca.outputDimension() == dimension).orElse(true);
        if (!fits) {
            throw new IllegalArgumentException(
                    weights.length + " rows of weights do not fit " + classes + " labels and " + dimension + " values");
        }
        if (!isFinite(weights) || !Arrays.stream(bias).allMatch(Double::isFinite)) {
            throw new RunFailedException("classifier " + card.classifier()
                    + ": training gave weights that are not finite; lower its learning rate");
        }
        double[][] copy = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
        return new SoftmaxRegression(card, projection.orElse(null), standardisation, copy, bias.clone());
    }

    private static boolean isFinite(double[][] weights) {
        return Arrays.stream(weights).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }

    private static double[][] columns(double[][] weights, int dimension) {
        double[][] columns = new double[dimension][];
        Arrays.setAll(
                columns, j -> Arrays.stream(weights).mapToDouble(row -> row[j]).toArray());
        return columns;
    }

    @Override
    public List<Document> documents() {
        return SoftmaxJson.write(this);
    }

    @Override
    public ClassifierCard card() {
        return card;
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public int dimension() {
        return projection == null ? standardisation.dimension() : projection.inputDimension();
    }

    /** Principal components that the classifier works on, where it does. */
    public Optional<PcaProjection> projection() {
        return Optional.ofNullable(projection);
    }

    public Standardisation standardisation() {
        return standardisation;
    }

    double[][] weights() {
        return weights;
    }

    double[] bias() {
        return bias;
    }

    @Override
    public List<Prediction> predict(ModelId model, List<FeatureVector> features) {
        requireFeatures(model, features);
        List<FeatureVector> vectors = projection == null ? features : projection.apply(features);
        List<Prediction> predictions = new ArrayList<>(vectors.size());
        MatrixProduct product = new MatrixProduct();
        double[][] rows = new double[Math.min(CHUNK, vectors.size())][standardisation.dimension()];
        double[][] scores = new double[rows.length][labels.size()];
        for (int begin = 0; begin < vectors.size(); begin += CHUNK) {
            List<FeatureVector> chunk = vectors.subList(begin, Math.min(vectors.size(), begin + CHUNK));
            for (int i = 0; i < chunk.size(); i++) {
                standardisation.apply(chunk.get(i), rows[i]);
            }
            product.set(
                    Block.of(rows, chunk.size(), standardisation.dimension()),
                    Block.of(columns, standardisation.dimension(), labels.size()),
                    Block.of(scores, chunk.size(), labels.size()));
            for (int i = 0; i < chunk.size(); i++) {
                predictions.add(Prediction.of(labels, softmax(scores[i])));
            }
        }
        return predictions;
    }

    private void requireFeatures(ModelId model, List<FeatureVector> features) {
        if (!model.equals(model())) {
            throw new WrongUseException(
                    "features of " + model.fingerprint() + ": this classifier was trained on those of "
                            + model().fingerprint() + "; extract with that model or train again");
        }
        for (int i = 0; i < features.size(); i++) {
            if (features.get(i).dimension() != dimension()) {
                throw new WrongUseException("features of " + features.get(i).dimension()
                        + " values: this classifier was trained on " + dimension() + " of " + model()
                        + "; extract with that model or train again");
            }
            TrainingSet.requireFinite("vector " + i, features.get(i));
        }
    }

    /** exp(s + bias − max) over their sum: the largest exponent is 0, so that nothing overflows. */
    private double[] softmax(double[] scores) {
        double[] shares = new double[scores.length];
        Arrays.setAll(shares, c -> scores[c] + bias[c]);
        double largest = Arrays.stream(shares).max().orElseThrow();
        Arrays.setAll(shares, c -> Math.exp(shares[c] - largest));
        double sum = Arrays.stream(shares).sum();
        Arrays.setAll(shares, c -> shares[c] / sum);
        return shares;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SoftmaxRegression that
                && card.equals(that.card)
                && Optional.ofNullable(projection).equals(that.projection())
                && standardisation.equals(that.standardisation)
                && Arrays.deepEquals(weights, that.weights)
                && Arrays.equals(bias, that.bias);
    }

    @Override
    public int hashCode() {
        return 31 * card.hashCode() + Arrays.deepHashCode(weights);
    }

    @Override
    public String toString() {
        return "SoftmaxRegression[" + dimension() + " → " + labels.size() + " labels, " + model() + "]";
    }
}
