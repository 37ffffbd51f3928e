package dev.fruits.spark.pca;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.ExplainedVariance;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.pca.Reducer;
import dev.fruits.spark.engine.NamedJobs;
import dev.fruits.spark.engine.OrderedAggregation;
import dev.fruits.spark.engine.SparkRows;
import java.io.IOException;
import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.linalg.Matrix;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.linalg.distributed.RowMatrix;
import org.apache.spark.mllib.stat.MultivariateStatisticalSummary;
import scala.Tuple2;

/**
 * Spark MLlib's own principal components, as the projection that every engine gives: centred on the mean, signed by the
 * rule, with the variance of every direction.
 *
 * <p>MLlib tells shares of the variance and decomposes the whole covariance however few components it is asked for; so
 * it is asked for all of them, once, and the choice is made on the whole spectrum. The shares become variances by the
 * total, which is the sum of MLlib's column variances. MLlib sums in the order in which tasks end: the last digits
 * differ from run to run.
 *
 * <p>A table of another engine is parallelised into the running session, or into one on this machine. Immutable, safe
 * for many threads.
 */
public final class MllibPca implements Reducer {
    static final String NAME = "mllib";
    /**
     * MLlib's rows may have 65,535 columns; its decomposition has a work array of 7 n² + 4 n numbers, whose length
     * must be an int, and so ends earlier.
     */
    static final int MOST_COLUMNS = 17_514;
    /** Packed sums 8, covariance and its copy 16, both factors 16, work array 56, components 8. */
    static final int BYTES_PER_ENTRY = 104;

    private final ComponentChoice choice;

    private MllibPca(ComponentChoice choice) {
        this.choice = choice;
    }

    public static MllibPca keeping(ComponentChoice choice) {
        return new MllibPca(choice);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ComponentChoice choice() {
        return choice;
    }

    /**
     * As {@link Reducer#fit}.
     *
     * @throws WrongUseException also if there are more features than MLlib or the driver's memory takes
     */
    @Override
    public PcaProjection fit(FeatureTable features) throws IOException {
        choice.requirePossible(features.rowCount(), features.dimension());
        requireSize(features.dimension());
        try (SparkTable table = SparkTable.of(features)) {
            return fit(table.rows());
        }
    }

    private static void requireSize(int dimension) {
        if (dimension > MOST_COLUMNS) {
            throw new WrongUseException("reducer " + NAME + ": MLlib decomposes at most " + MOST_COLUMNS
                    + " features (and reads at most 65535), not " + dimension + "; pass --reducer "
                    + SparkMomentsPca.NAME);
        }
        DriverMemory.require(dimension, BYTES_PER_ENTRY, Runtime.getRuntime().maxMemory());
    }

    private PcaProjection fit(SparkRows table) throws IOException {
        String rows = NamedJobs.count(table.rowCount(), "row");
        OrderedAggregation.of(table, new FittableRows(table.dimension()), "Check features: " + rows);
        JavaRDD<Vector> vectors = table.rows().map(MllibPca::vector);
        RowMatrix matrix = new RowMatrix(vectors.rdd(), table.rowCount(), table.dimension());
        return NamedJobs.run(table.session().sparkContext(), "Fit MLlib's PCA: " + rows, () -> fit(matrix));
    }

    private PcaProjection fit(RowMatrix matrix) {
        int dimension = (int) matrix.numCols();
        MultivariateStatisticalSummary columns = matrix.computeColumnSummaryStatistics();
        double total = Arrays.stream(columns.variance().toArray()).sum();
        if (total == 0) {
            choice.keptOf(ExplainedVariance.of(new double[dimension], matrix.numRows())); // refuses, and says why
        }
        Tuple2<Matrix, Vector> all = matrix.computePrincipalComponentsAndExplainedVariance(dimension);
        double[] variances =
                Arrays.stream(all._2().toArray()).map(share -> share * total).toArray();
        ExplainedVariance spectrum = ExplainedVariance.of(variances, matrix.numRows());
        double[][] components = leading(all._1(), choice.keptOf(spectrum));
        return PcaProjection.of(columns.mean().toArray(), components, spectrum, matrix.numRows());
    }

    private static double[][] leading(Matrix columns, int count) {
        double[][] components = new double[count][columns.numRows()];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < columns.numRows(); j++) {
                components[i][j] = columns.apply(j, i);
            }
        }
        return components;
    }

    private static Vector vector(FeatureRow row) {
        FeatureVector features = row.vector();
        double[] values = new double[features.dimension()];
        features.addTo(values);
        return Vectors.dense(values);
    }
}
