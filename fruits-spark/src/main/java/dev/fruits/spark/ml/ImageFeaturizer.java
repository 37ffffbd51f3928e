package dev.fruits.spark.ml;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.spi.ModelCatalogue;
import dev.fruits.core.spi.ModelRequest;
import dev.fruits.spark.engine.ModelShipment;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Spark ML stage: encoded images to the features of a CNN. Reads what {@code spark.read().format("binaryFile")} gives,
 * or any column of paths and column of bytes; adds a vector column and the reason why an image gave none, of which one
 * is null in every row.
 *
 * <p>The CNN is one that a module on the class path offers ({@link dev.fruits.core.spi.ModelProvider}); it is found
 * when {@link #transform} is called and travels to the workers. One loaded model serves all tasks of a worker.
 */
public final class ImageFeaturizer extends Transformer implements DefaultParamsWritable {
    private static final long serialVersionUID = 1L;

    private final String uid;
    private final Param<String> inputCol;
    private final Param<String> pathCol;
    private final Param<String> outputCol;
    private final Param<String> rejectCol;
    private final Param<String> model;
    private final Param<String> modelCache;
    private final IntParam batch;
    private final Param<String> handleInvalid;

    public ImageFeaturizer() {
        this(Identifiable$.MODULE$.randomUID("imageFeaturizer"));
    }

    /** With this uid: for Spark, which copies and loads stages so. */
    public ImageFeaturizer(String uid) {
        this.uid = uid;
        inputCol = text("inputCol", "column of encoded images: binary", "content");
        pathCol = text("pathCol", "column that names the images: string", "path");
        outputCol = text("outputCol", "column of features that is made: vector, null for a rejected image", "features");
        rejectCol = text("rejectCol", "column that is made: why an image gave no features, else null", "reject_reason");
        model = text("model", "name or file of the CNN", "fruitnet");
        modelCache = text(
                "modelCache",
                "folder of weights",
                ModelRequest.cacheFolder(System.getenv()).toString());
        batch = new IntParam(this, "batch", "images per call of the CNN, 1 to 1024");
        setDefault(batch, ExtractionOptions.DEFAULT_BATCH);
        handleInvalid = text(
                "handleInvalid",
                "what becomes of an image without features: keep its row, skip it, or end in an error",
                "keep");
    }

    private Param<String> text(String name, String doc, String value) {
        Param<String> param = new Param<>(this, name, doc);
        setDefault(param, value);
        return param;
    }

    @Override
    public String uid() {
        return uid;
    }

    public Param<String> inputCol() {
        return inputCol;
    }

    public Param<String> pathCol() {
        return pathCol;
    }

    public Param<String> outputCol() {
        return outputCol;
    }

    public Param<String> rejectCol() {
        return rejectCol;
    }

    public Param<String> model() {
        return model;
    }

    public Param<String> modelCache() {
        return modelCache;
    }

    public IntParam batch() {
        return batch;
    }

    public Param<String> handleInvalid() {
        return handleInvalid;
    }

    public ImageFeaturizer setInputCol(String column) {
        set(inputCol, column);
        return this;
    }

    public ImageFeaturizer setPathCol(String column) {
        set(pathCol, column);
        return this;
    }

    public ImageFeaturizer setOutputCol(String column) {
        set(outputCol, column);
        return this;
    }

    public ImageFeaturizer setRejectCol(String column) {
        set(rejectCol, column);
        return this;
    }

    public ImageFeaturizer setModel(String nameOrFile) {
        set(model, nameOrFile);
        return this;
    }

    public ImageFeaturizer setModelCache(String folder) {
        set(modelCache, folder);
        return this;
    }

    public ImageFeaturizer setBatch(int images) {
        set(batch, images);
        return this;
    }

    /** {@code keep} (the default), {@code skip} or {@code error}. */
    public ImageFeaturizer setHandleInvalid(String what) {
        set(handleInvalid, what);
        return this;
    }

    /**
     * Adds the two columns.
     *
     * @throws dev.fruits.core.WrongUseException if a column or the model is not there; names what there is
     */
    @Override
    public Dataset<Row> transform(Dataset<?> images) {
        StructType schema = images.schema();
        StructType made = transformSchema(schema);
        Featurizing featurizing = new Featurizing(
                shipment(JavaSparkContext.fromSparkContext(images.sparkSession().sparkContext())),
                schema.fieldIndex($(pathCol)),
                schema.fieldIndex($(inputCol)),
                (Integer) $(batch),
                InvalidImages.of($(handleInvalid)));
        return images.toDF().mapPartitions(featurizing, Encoders.row(made));
    }

    private ModelShipment shipment(JavaSparkContext spark) {
        try {
            ModelRequest request = new ModelRequest($(model), Path.of($(modelCache)));
            return ModelShipment.of(spark, ModelCatalogue.onClassPath().open(request));
        } catch (IOException e) {
            throw new RunFailedException("model " + $(model) + ": cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public StructType transformSchema(StructType schema) {
        InvalidImages.of($(handleInvalid));
        new ExtractionOptions((Integer) $(batch), EarlierFeatures.NONE, ProgressListener.SILENT);
        Columns.require(schema, $(pathCol), DataTypes.StringType, "set pathCol to the column of paths");
        Columns.require(
                schema,
                $(inputCol),
                DataTypes.BinaryType,
                "set inputCol to the images' bytes, as spark.read().format(\"binaryFile\") gives them");
        Columns.requireFree(schema, $(outputCol), "outputCol");
        Columns.requireFree(schema, $(rejectCol), "rejectCol");
        return schema.add($(outputCol), SQLDataTypes.VectorType(), true).add($(rejectCol), DataTypes.StringType, true);
    }

    @Override
    public ImageFeaturizer copy(ParamMap extra) {
        return defaultCopy(extra);
    }

    public static MLReader<ImageFeaturizer> read() {
        return new DefaultParamsReader<>();
    }

    public static ImageFeaturizer load(String path) {
        return read().load(path);
    }
}
