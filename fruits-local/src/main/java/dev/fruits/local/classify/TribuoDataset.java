package dev.fruits.local.classify;

import dev.fruits.core.classify.Standardisation;
import dev.fruits.core.classify.TrainingSet;
import dev.fruits.core.feature.FeatureRow;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * A training set as Tribuo wants it. Labels go in as their numbers, so that none means something special to Tribuo, and
 * features under names that sort as their numbers.
 */
final class TribuoDataset {
    private final List<String> labels;
    private final String[] names;
    private final MutableDataset<Label> examples;

    TribuoDataset(TrainingSet training, Standardisation standardisation) {
        this.labels = training.labels();
        this.names = IntStream.range(0, training.dimension())
                .mapToObj("%08d"::formatted)
                .toArray(String[]::new);
        LabelFactory factory = new LabelFactory();
        OffsetDateTime time = training.origin().time().atOffset(ZoneOffset.UTC);
        this.examples = new MutableDataset<>(new SimpleDataSourceProvenance("features", time, factory), factory);
        for (FeatureRow row : training.rows()) {
            double[] values = new double[names.length];
            standardisation.apply(row.vector(), values);
            examples.add(new ArrayExample<>(new Label(numberOf(row.label())), names, values));
        }
    }

    MutableDataset<Label> examples() {
        return examples;
    }

    /** What was learned, in the order of the training set's labels and features. */
    double[][] weights(LinearSGDModel model) {
        DenseMatrix learned = model.getWeightsCopy();
        ImmutableFeatureMap features = model.getFeatureIDMap();
        double[][] weights = new double[labels.size()][names.length];
        for (int c = 0; c < weights.length; c++) {
            for (int j = 0; j < names.length; j++) {
                weights[c][j] =
                        learned.get(rowOf(c, model), features.get(names[j]).getID());
            }
        }
        return weights;
    }

    /** The biases, one for each label: Tribuo keeps them in a last column. */
    double[] bias(LinearSGDModel model) {
        DenseMatrix learned = model.getWeightsCopy();
        return IntStream.range(0, labels.size())
                .mapToDouble(c -> learned.get(rowOf(c, model), names.length))
                .toArray();
    }

    private static int rowOf(int label, LinearSGDModel model) {
        return model.getOutputIDInfo().getID(new Label(Integer.toString(label)));
    }

    private String numberOf(String label) {
        return Integer.toString(labels.indexOf(label));
    }
}
