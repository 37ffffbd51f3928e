package dev.fruits.spark.ml;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.linalg.BlockedEigenSolver;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.Moments;
import dev.fruits.core.pca.PcaFit;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.spark.engine.NamedJobs;
import dev.fruits.spark.engine.OrderedAggregation;
import java.io.IOException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Spark ML stage: fits principal components to a vector column. Unlike {@link org.apache.spark.ml.feature.PCA}, what
 * it fits centres the vectors on their mean, has signs by rule, and keeps as many components as explain a share of the
 * variance, if that is wanted. The same data give the same bits, run after run. Rows without a vector take no part.
 */
public final class CentredPca extends Estimator<CentredPcaModel> implements DefaultParamsWritable {
    private static final long serialVersionUID = 1L;
    private static final double DEFAULT_VARIANCE = 0.95;

    private final String uid;
    private final Param<String> inputCol;
    private final Param<String> outputCol;
    private final IntParam k;
    private final DoubleParam variance;

    public CentredPca() {
        this(Identifiable$.MODULE$.randomUID("centredPca"));
    }

    /** With this uid: for Spark, which copies and loads stages so. */
    public CentredPca(String uid) {
        this.uid = uid;
        inputCol = new Param<>(this, "inputCol", "column that is read: vector");
        outputCol = new Param<>(this, "outputCol", "column of components that is made: vector");
        k = new IntParam(this, "k", "how many components are kept; instead of variance");
        variance = new DoubleParam(this, "variance", "share of the variance that the components kept explain; 0 to 1");
        setDefault(inputCol, "features");
        setDefault(outputCol, "components");
        setDefault(variance, DEFAULT_VARIANCE);
    }

    @Override
    public String uid() {
        return uid;
    }

    public Param<String> inputCol() {
        return inputCol;
    }

    public Param<String> outputCol() {
        return outputCol;
    }

    public IntParam k() {
        return k;
    }

    public DoubleParam variance() {
        return variance;
    }

    public CentredPca setInputCol(String column) {
        set(inputCol, column);
        return this;
    }

    public CentredPca setOutputCol(String column) {
        set(outputCol, column);
        return this;
    }

    /** Keeps so many components. */
    public CentredPca setK(int components) {
        set(k, components);
        return this;
    }

    /** Keeps as many components as explain this share of the variance; 0.95 if neither is set. */
    public CentredPca setVariance(double share) {
        set(variance, share);
        return this;
    }

    /**
     * Fits in one pass over the column, which is kept by Spark until the end if it is not already.
     *
     * @throws WrongUseException if the column is not there, a vector is not finite or of another length, or more
     *     components are wanted than the vectors span
     */
    @Override
    public CentredPcaModel fit(Dataset<?> dataset) {
        transformSchema(dataset.schema());
        String column = $(inputCol);
        JavaRDD<double[]> rows = dataset.select(column)
                .javaRDD()
                .filter(row -> !row.isNullAt(0))
                .map(row -> ((Vector) row.get(0)).toArray());
        rows.persist(StorageLevel.MEMORY_AND_DISK());
        try {
            CentredPcaModel fitted = new CentredPcaModel(uid, fit(rows, column));
            return copyValues(fitted.setParent(this), ParamMap.empty());
        } catch (IOException e) {
            throw new RunFailedException("column '" + column + "': cannot be read: " + e.getMessage(), e);
        } finally {
            rows.unpersist(false);
        }
    }

    private PcaProjection fit(JavaRDD<double[]> rows, String column) throws IOException {
        long count = rows.count();
        if (count == 0) {
            throw new WrongUseException("column '" + column + "': holds no vectors; give at least two that differ");
        }
        int dimension = rows.first().length;
        ComponentChoice choice = choice();
        choice.requirePossible(count, dimension);
        Moments moments = OrderedAggregation.of(
                rows, count, new VectorMoments(column, dimension), "Sum moments: " + NamedJobs.count(count, "vector"));
        return PcaFit.of(
                moments, choice, new BlockedEigenSolver(Runtime.getRuntime().availableProcessors()));
    }

    private ComponentChoice choice() {
        if (isSet(k) && isSet(variance)) {
            throw new WrongUseException("k " + $(k) + " and variance " + $(variance) + " are both set; clear one");
        }
        return isSet(k) ? ComponentChoice.components((Integer) $(k)) : ComponentChoice.variance((Double) $(variance));
    }

    @Override
    public StructType transformSchema(StructType schema) {
        choice();
        return schemaWith(schema, $(inputCol), $(outputCol));
    }

    static StructType schemaWith(StructType schema, String input, String output) {
        Columns.require(
                schema,
                input,
                SQLDataTypes.VectorType(),
                "make a vector of it, as org.apache.spark.ml.functions.array_to_vector does of an array");
        Columns.requireFree(schema, output, "outputCol");
        return schema.add(output, SQLDataTypes.VectorType(), true);
    }

    @Override
    public CentredPca copy(ParamMap extra) {
        return defaultCopy(extra);
    }

    public static MLReader<CentredPca> read() {
        return new DefaultParamsReader<>();
    }

    public static CentredPca load(String path) {
        return read().load(path);
    }
}
