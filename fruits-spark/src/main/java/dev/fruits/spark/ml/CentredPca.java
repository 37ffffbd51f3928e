package dev.fruits.spark.ml;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.spark.pca.SparkMomentsPca;
import java.io.IOException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Spark ML stage that fits principal components to a vector column. Unlike {@link org.apache.spark.ml.feature.PCA}, it
 * centres the vectors on their mean, fixes the sign of each component, and can keep as many components as explain a share
 * of the variance. The same data give the same bits in every run. Rows with a null vector are skipped.
 */
public final class CentredPca extends Estimator<CentredPcaModel>
        implements InputOutputColumns<CentredPca>, DefaultParamsWritable {
    private static final long serialVersionUID = 1L;
    private static final double DEFAULT_VARIANCE = 0.95;

    private final String uid;
    private final ColumnParams columns;
    private final IntParam k;
    private final DoubleParam variance;

    /** With a new uid. */
    public CentredPca() {
        this(Identifiable$.MODULE$.randomUID("centredPca"));
    }

    /** With this uid. Spark calls it to copy and to load a stage. */
    public CentredPca(String uid) {
        this.uid = uid;
        columns = ColumnParams.ofVectors(this);
        k = new IntParam(
                this,
                "k",
                "number of components, at least 1; replaces variance",
                Validated.by(value -> ComponentChoice.components((Integer) value)));
        variance = new DoubleParam(
                this,
                "variance",
                "share of the variance that the components explain, above 0 to 1",
                Validated.by(value -> ComponentChoice.variance((Double) value)));
        setDefault(variance, DEFAULT_VARIANCE);
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public ColumnParams columns() {
        return columns;
    }

    /** Number of components; if it is not set, {@link #variance} decides. */
    public IntParam k() {
        return k;
    }

    /** Share of the variance that the components explain, 0.95 by default; not together with {@link #k}. */
    public DoubleParam variance() {
        return variance;
    }

    public int getK() {
        return (Integer) $(k);
    }

    /** @throws WrongUseException if the number is below 1 */
    public CentredPca setK(int components) {
        set(k, components);
        return this;
    }

    public double getVariance() {
        return (Double) $(variance);
    }

    /** @throws WrongUseException if the share is not above 0 and at most 1 */
    public CentredPca setVariance(double share) {
        set(variance, share);
        return this;
    }

    /**
     * Fits in one pass over the column. Spark keeps the vectors, in double precision, until it is done.
     *
     * @throws WrongUseException if the column is missing, a vector is not finite or has another length than the first, the
     *     vectors span fewer components than k, or the driver has too little memory
     */
    @Override
    public CentredPcaModel fit(Dataset<?> dataset) {
        transformSchema(dataset.schema());
        String column = getInputCol();
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
            throw new WrongUseException("column '" + column + "': contains no vectors; give at least two that differ");
        }
        int dimension = rows.first().length;
        ComponentChoice choice = choice();
        choice.requirePossible(count, dimension);
        SparkMomentsPca.requireDriverMemory(dimension);
        return SparkMomentsPca.fit(rows, count, new VectorMoments(column, dimension), choice, "vector");
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
        return Columns.withComponents(schema, this);
    }

    /** A copy in which {@code extra} overrides; if it sets k, a variance set here does not apply, and the reverse. */
    @Override
    public CentredPca copy(ParamMap extra) {
        CentredPca copied = defaultCopy(extra);
        if (extra.contains(k) != extra.contains(variance)) {
            copied.clear(extra.contains(k) ? variance : k);
        }
        return copied;
    }

    /** Reads a saved stage. */
    public static MLReader<CentredPca> read() {
        return new DefaultParamsReader<>();
    }

    /** Loads a saved stage. */
    public static CentredPca load(String path) {
        return read().load(path);
    }
}
