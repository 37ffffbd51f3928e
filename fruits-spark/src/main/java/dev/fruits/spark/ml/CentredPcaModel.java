package dev.fruits.spark.ml;

import dev.fruits.core.pca.PcaProjection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Principal components fitted by {@link CentredPca}. Centres a vector on the mean of the fit and projects it, in double
 * precision. A null vector gives null.
 */
public final class CentredPcaModel extends Model<CentredPcaModel>
        implements InputOutputColumns<CentredPcaModel>, MLWritable {
    private static final long serialVersionUID = 1L;

    private final String uid;
    private final @Nullable PcaProjection projection;
    private final ColumnParams columns;

    /** Without components. Spark's reader calls it and sets the parameters before the components are read. */
    public CentredPcaModel(String uid) {
        this(uid, null);
    }

    CentredPcaModel(String uid, @Nullable PcaProjection projection) {
        this.uid = uid;
        this.projection = projection;
        columns = ColumnParams.ofVectors(this);
    }

    @Override
    public String uid() {
        return uid;
    }

    /**
     * The projection with the whole spectrum of variances, as {@code pca.json} holds it.
     *
     * @throws IllegalStateException if this model was not fitted or loaded
     */
    public PcaProjection projection() {
        if (projection == null) {
            throw new IllegalStateException(uid + ": has no components; fit CentredPca, or load a saved model");
        }
        return projection;
    }

    /** The mean of every feature. */
    public DenseVector mean() {
        return new DenseVector(projection().mean());
    }

    /** The components as columns, d × k, as in {@link PCAModel#pc()}. */
    public DenseMatrix pc() {
        double[][] components = projection().components();
        int dimension = projection().inputDimension();
        double[] columns = new double[components.length * dimension];
        for (int i = 0; i < components.length; i++) {
            System.arraycopy(components[i], 0, columns, i * dimension, dimension);
        }
        return new DenseMatrix(dimension, components.length, columns);
    }

    /** The share of the variance that each component explains, as in {@link PCAModel#explainedVariance()}. */
    public DenseVector explainedVariance() {
        return new DenseVector(IntStream.range(0, projection().outputDimension())
                .mapToDouble(projection().explainedVariance()::share)
                .toArray());
    }

    /**
     * Spark's own stages with the same output; saved, they load without fruits on the class path. They accept dense vectors
     * without nulls, and leave the centred vectors in a column of their own.
     */
    public PipelineModel toStockStages() {
        String centred = getOutputCol() + "_centred";
        int k = projection().outputDimension();
        StandardScalerModel scaler = new StandardScalerModel(
                uid + "_mean", Vectors.zeros(projection().inputDimension()), mean());
        scaler.set(scaler.withMean(), true);
        scaler.set(scaler.withStd(), false);
        PCAModel pca = new PCAModel(uid + "_pca", pc(), explainedVariance());
        pca.set(pca.k(), k);
        return new PipelineModel(
                uid + "_stock",
                List.of(
                        scaler.setInputCol(getInputCol()).setOutputCol(centred),
                        pca.setInputCol(centred).setOutputCol(getOutputCol())));
    }

    @Override
    public ColumnParams columns() {
        return columns;
    }

    @Override
    public Dataset<Row> transform(Dataset<?> dataset) {
        transformSchema(dataset.schema());
        return dataset.withColumn(
                getOutputCol(),
                functions
                        .udf(new Projecting(projection()), SQLDataTypes.VectorType())
                        .apply(functions.col(getInputCol())));
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return Columns.withComponents(schema, this);
    }

    @Override
    public CentredPcaModel copy(ParamMap extra) {
        CentredPcaModel copied = copyValues(new CentredPcaModel(uid, projection), extra);
        return hasParent() ? copied.setParent(parent()) : copied;
    }

    @Override
    public MLWriter write() {
        return new CentredPcaFiles.Writer(this);
    }

    /** Reads a saved model. */
    public static MLReader<CentredPcaModel> read() {
        return new CentredPcaFiles.Reader();
    }

    /** Loads a saved model. */
    public static CentredPcaModel load(String path) {
        return read().load(path);
    }

    private record Projecting(PcaProjection projection) implements UDF1<@Nullable Vector, @Nullable Vector> {
        @Override
        public @Nullable Vector call(@Nullable Vector vector) {
            return vector == null ? null : Vectors.dense(projection.project(vector.toArray()));
        }
    }
}
