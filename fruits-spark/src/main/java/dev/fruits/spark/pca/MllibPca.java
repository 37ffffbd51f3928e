package dev.fruits.spark.pca;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.Aggregation;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.ExplainedVariance;
import dev.fruits.core.pca.FittableRow;
import dev.fruits.core.pca.PcaProjection;
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
import scala.collection.Iterator;

/**
 * The principal components of Spark MLlib, as the projection of every engine: centred on the mean, with fixed signs and the
 * variance of every direction.
 *
 * <p>MLlib returns shares of the variance, and decomposes the whole covariance for any number of components. It is
 * therefore asked for all of them, once, and the choice is made on the whole spectrum. The shares become variances by the
 * total, which is the sum of MLlib's column variances. MLlib sums in the order in which tasks end: the last digits differ
 * between runs.
 */
public final class MllibPca extends SparkReducer {
    static final String NAME = "mllib";
    /**
     * MLlib accepts 65,535 columns, but its decomposition fewer: the length of its work array, 7 n² + 4 n numbers, must be
     * an int.
     */
    static final int MOST_COLUMNS = 17_514;
    /** Packed sums 8, covariance and its copy 16, both factors 16, work array 56, components 8. */
    static final int BYTES_PER_ENTRY = 104;

    private MllibPca(ComponentChoice choice) {
        super(choice);
    }

    /** A reducer that keeps these components. */
    public static MllibPca keeping(ComponentChoice choice) {
        return new MllibPca(choice);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    void requireSize(int dimension) {
        if (dimension > MOST_COLUMNS) {
            throw new WrongUseException("reducer " + NAME + ": MLlib decomposes at most " + MOST_COLUMNS
                    + " features (and reads at most 65535), not " + dimension + "; pass --reducer "
                    + SparkMomentsPca.NAME);
        }
        DriverMemory.require(dimension, BYTES_PER_ENTRY, Runtime.getRuntime().maxMemory());
    }

    @Override
    PcaProjection fit(SparkRows table) throws IOException {
        String rows = NamedJobs.count(table.rowCount(), "row");
        OrderedAggregation.of(
                table.rows(), table.rowCount(), new FittableRows(table.dimension()), "Check features: " + rows);
        JavaRDD<Vector> vectors = table.rows().map(MllibPca::vector);
        RowMatrix matrix = new RowMatrix(vectors.rdd(), table.rowCount(), table.dimension());
        return NamedJobs.run(table.session().sparkContext(), "Fit MLlib's PCA: " + rows, () -> fit(matrix));
    }

    private PcaProjection fit(RowMatrix matrix) {
        int dimension = (int) matrix.numCols();
        MultivariateStatisticalSummary summary = matrix.computeColumnSummaryStatistics();
        double total = Arrays.stream(summary.variance().toArray()).sum();
        if (total == 0) {
            choice().keptOf(ExplainedVariance.of(new double[dimension], matrix.numRows())); // throws, with the reason
        }
        Tuple2<Matrix, Vector> all = matrix.computePrincipalComponentsAndExplainedVariance(dimension);
        double[] variances =
                Arrays.stream(all._2().toArray()).map(share -> share * total).toArray();
        ExplainedVariance spectrum = ExplainedVariance.of(variances, matrix.numRows());
        double[][] components = new double[choice().keptOf(spectrum)][];
        Iterator<Vector> columns = all._1().colIter();
        Arrays.setAll(components, i -> columns.next().toArray());
        return PcaProjection.of(summary.mean().toArray(), components, spectrum, matrix.numRows());
    }

    private static Vector vector(FeatureRow row) {
        double[] values = new double[row.vector().dimension()];
        row.vector().addTo(values);
        return Vectors.dense(values);
    }

    /**
     * Counts rows, and throws for one that cannot be fitted: MLlib would return components that are not numbers.
     *
     * @param dimension length of every row
     */
    private record FittableRows(int dimension) implements Aggregation<Long> {
        @Override
        public Long zero() {
            return 0L;
        }

        @Override
        public Long add(Long count, FeatureRow row) {
            FittableRow.require(row, dimension);
            return count + 1;
        }

        @Override
        public Long merge(Long left, Long right) {
            return left + right;
        }
    }
}
