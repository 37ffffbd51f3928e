package dev.fruits.spark.pca;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.linalg.Block;
import dev.fruits.core.linalg.MatrixProduct;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.spark.LocalSpark;
import dev.fruits.spark.engine.SparkRows;
import dev.fruits.spark.engine.TableOnSpark;
import dev.ludovic.netlib.blas.BLAS;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Times {@link SparkMomentsPca} against MLlib's {@code PCA.fit}, in turn, in one JVM on two threads:
 * {@code SparkPcaBenchmark ROWS DIMENSION COMPONENTS ROUNDS}; then compares what they found. Both read rows that Spark
 * holds in memory, in eight partitions. Seeded rows of falling variance. A program, not a test.
 */
final class SparkPcaBenchmark {
    private static final int PARTITIONS = 8;
    private static final int CHUNK = 1024;

    private SparkPcaBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int[] numbers = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        List<FeatureRow> rows = rows(numbers[0], numbers[1], new Random(1));
        SparkRows table = cached(new TableOnSpark(rows, numbers[1], PARTITIONS).rowsOnSpark());
        Dataset<Row> vectors = vectors(rows).cache();
        vectors.count();
        System.out.printf(
                "%d x %d, k = %d, BLAS of MLlib: %s%n",
                numbers[0],
                numbers[1],
                numbers[2],
                BLAS.getInstance().getClass().getSimpleName());
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < numbers[3]; round++) {
            ratios.add(round(table, vectors, numbers[2]));
        }
        ratios.sort(null);
        System.out.printf("median ratio %.2f%n", ratios.get(ratios.size() / 2));
    }

    private static SparkRows cached(SparkRows table) {
        JavaRDD<FeatureRow> rows = table.rows().persist(StorageLevel.MEMORY_ONLY());
        rows.count();
        return new SparkRows(table.session(), rows, table.rowCount(), table.dimension());
    }

    private static double round(SparkRows table, Dataset<Row> vectors, int k) throws IOException {
        long start = System.nanoTime();
        PcaProjection ours =
                SparkMomentsPca.keeping(ComponentChoice.components(k)).fit(table);
        long between = System.nanoTime();
        PCAModel theirs = new PCA().setK(k).setInputCol("features").fit(vectors);
        long end = System.nanoTime();
        double ratio = (double) (end - between) / (between - start);
        System.out.printf(
                "moments %.2f s, MLlib %.2f s, ratio %.2f; largest difference: variances %.1e, components %.1e%n",
                (between - start) * 1e-9,
                (end - between) * 1e-9,
                ratio,
                differenceOfVariances(ours, theirs),
                differenceOfComponents(ours, theirs));
        return ratio;
    }

    /** Relative. */
    private static double differenceOfVariances(PcaProjection ours, PCAModel theirs) {
        double largest = 0;
        for (int i = 0; i < ours.outputDimension(); i++) {
            double share = ours.explainedVariance().share(i);
            largest = Math.max(largest, Math.abs(theirs.explainedVariance().apply(i) - share) / share);
        }
        return largest;
    }

    /** Absolute, of any entry, up to the sign of the component. */
    private static double differenceOfComponents(PcaProjection ours, PCAModel theirs) {
        double largest = 0;
        double[][] components = ours.components();
        for (int i = 0; i < components.length; i++) {
            double dot = 0;
            for (int j = 0; j < components[i].length; j++) {
                dot += components[i][j] * theirs.pc().apply(j, i);
            }
            for (int j = 0; j < components[i].length; j++) {
                double other = Math.signum(dot) * theirs.pc().apply(j, i);
                largest = Math.max(largest, Math.abs(components[i][j] - other));
            }
        }
        return largest;
    }

    private static List<FeatureRow> rows(int count, int dimension, Random random) {
        double[][] directions = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            double size = 1 / Math.pow(1 + i, 0.8);
            Arrays.setAll(directions[i], j -> random.nextGaussian() * size);
        }
        List<FeatureRow> rows = new ArrayList<>(count);
        while (rows.size() < count) {
            double[][] along = new double[Math.min(CHUNK, count - rows.size())][dimension];
            for (double[] row : along) {
                Arrays.setAll(row, j -> random.nextGaussian());
            }
            double[][] mixed = new double[along.length][dimension];
            new MatrixProduct().set(block(along), block(directions), block(mixed));
            for (double[] row : mixed) {
                rows.add(new FeatureRow("row/" + rows.size(), "row", vector(row)));
            }
        }
        return rows;
    }

    private static Block block(double[][] rows) {
        return Block.of(rows, rows.length, rows[0].length);
    }

    /** Around a mean of its own for every feature. */
    private static FeatureVector vector(double[] row) {
        float[] values = new float[row.length];
        for (int j = 0; j < values.length; j++) {
            values[j] = (float) (row[j] + j % 7);
        }
        return FeatureVector.of(values);
    }

    private static Dataset<Row> vectors(List<FeatureRow> rows) {
        StructType schema = new StructType().add("features", SQLDataTypes.VectorType(), false);
        return LocalSpark.session()
                .createDataFrame(
                        new TableOnSpark(rows, 1, PARTITIONS)
                                .rowsOnSpark()
                                .rows()
                                .map(SparkPcaBenchmark::row),
                        schema);
    }

    private static Row row(FeatureRow features) {
        double[] values = new double[features.vector().dimension()];
        features.vector().addTo(values);
        return RowFactory.create(Vectors.dense(values));
    }
}
