package dev.fruits.spark.ml;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.ModelId;
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
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Spark ML stage that turns encoded images into the features of a CNN. Reads a column of paths and a column of bytes, as
 * {@code spark.read().format("binaryFile")} gives them; adds a vector column and a column with the reason why an image
 * was rejected. One of the two is null in every row.
 *
 * <p>The CNN is one that a module on the class path offers ({@link dev.fruits.core.spi.ModelProvider}). The driver opens
 * it in {@link #transform} and sends its files to the executors; one loaded model serves all tasks of an executor.
 *
 * <p>A saved stage holds the SHA-256 of its model, and refuses another model of the same name or path once loaded. It
 * holds the folder of weights only if {@link #setModelCache} set one.
 */
public final class ImageFeaturizer extends Transformer
        implements InputOutputColumns<ImageFeaturizer>, DefaultParamsWritable {
    private static final long serialVersionUID = 1L;

    private final String uid;
    private final ColumnParams columns;
    private final Param<String> pathCol;
    private final Param<String> rejectCol;
    private final Param<String> model;
    private final Param<String> modelCache;
    private final Param<String> modelSha256;
    private final IntParam batch;
    private final Param<String> handleInvalid;

    /** With a new uid. */
    public ImageFeaturizer() {
        this(Identifiable$.MODULE$.randomUID("imageFeaturizer"));
    }

    /** With this uid. Spark calls it to copy and to load a stage. */
    public ImageFeaturizer(String uid) {
        this.uid = uid;
        columns = new ColumnParams(
                Columns.text(this, "inputCol", "input column of encoded images: binary", "content"),
                Columns.text(
                        this, "outputCol", "output column of features: vector, null for a rejected image", "features"));
        pathCol = Columns.text(this, "pathCol", "input column that names the images: string", "path");
        rejectCol = Columns.text(
                this, "rejectCol", "output column of the reason why an image was rejected, else null", "reject_reason");
        model = Columns.text(this, "model", "name or file of the CNN", "fruitnet");
        modelCache =
                new Param<>(this, "modelCache", "folder of weights; by default the cache folder of the current user");
        modelSha256 = new Param<>(
                this, "modelSha256", "SHA-256 of the weights / of the preprocessing of the only CNN accepted");
        batch = new IntParam(
                this,
                "batch",
                "images per call of the CNN, 1 to 1024",
                Validated.by(images ->
                        new ExtractionOptions((Integer) images, EarlierFeatures.NONE, ProgressListener.SILENT)));
        setDefault(batch, ExtractionOptions.DEFAULT_BATCH);
        handleInvalid = new Param<>(
                this,
                "handleInvalid",
                "treatment of a rejected image: keep its row, skip it, or fail with an error",
                Validated.by(value -> InvalidImages.of((String) value)));
        setDefault(handleInvalid, InvalidImages.KEEP.text());
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public ColumnParams columns() {
        return columns;
    }

    /** Input column that names the images, {@code path} by default. */
    public Param<String> pathCol() {
        return pathCol;
    }

    /** Output column of reject reasons, {@code reject_reason} by default. */
    public Param<String> rejectCol() {
        return rejectCol;
    }

    /** Name or file of the CNN, {@code fruitnet} by default. */
    public Param<String> model() {
        return model;
    }

    /** Folder of weights; the cache folder of the current user by default. */
    public Param<String> modelCache() {
        return modelCache;
    }

    /** The only CNN accepted, as a saved stage holds it: SHA-256 of the weights, {@code /}, digest of the preprocessing. */
    public Param<String> modelSha256() {
        return modelSha256;
    }

    /** Images per call of the CNN, 1 to 1024; 16 by default. */
    public IntParam batch() {
        return batch;
    }

    /** Treatment of a rejected image: {@code keep} (the default), {@code skip} or {@code error}. */
    public Param<String> handleInvalid() {
        return handleInvalid;
    }

    public String getPathCol() {
        return $(pathCol);
    }

    public ImageFeaturizer setPathCol(String column) {
        set(pathCol, column);
        return this;
    }

    public String getRejectCol() {
        return $(rejectCol);
    }

    public ImageFeaturizer setRejectCol(String column) {
        set(rejectCol, column);
        return this;
    }

    public String getModel() {
        return $(model);
    }

    /** Sets {@link #model}, of any SHA-256. */
    public ImageFeaturizer setModel(String nameOrFile) {
        clear(modelSha256);
        set(model, nameOrFile);
        return this;
    }

    public String getModelCache() {
        return isSet(modelCache)
                ? $(modelCache)
                : ModelRequest.cacheFolder(System.getenv()).toString();
    }

    public ImageFeaturizer setModelCache(String folder) {
        set(modelCache, folder);
        return this;
    }

    public int getBatch() {
        return (Integer) $(batch);
    }

    /** @throws WrongUseException if the value is not accepted */
    public ImageFeaturizer setBatch(int images) {
        set(batch, images);
        return this;
    }

    public String getHandleInvalid() {
        return $(handleInvalid);
    }

    /** @throws WrongUseException if the value is not accepted */
    public ImageFeaturizer setHandleInvalid(String treatment) {
        set(handleInvalid, treatment);
        return this;
    }

    /**
     * Adds the two columns.
     *
     * @throws WrongUseException if a column or the model is missing or is not the one expected
     */
    @Override
    public Dataset<Row> transform(Dataset<?> images) {
        StructType schema = images.schema();
        StructType transformed = transformSchema(schema);
        Featurizing featurizing = new Featurizing(
                shipment(JavaSparkContext.fromSparkContext(images.sparkSession().sparkContext())),
                schema.fieldIndex($(pathCol)),
                schema.fieldIndex(getInputCol()),
                getBatch(),
                InvalidImages.of($(handleInvalid)),
                Columns.isImageSource(schema, getInputCol()));
        return images.toDF().mapPartitions(featurizing, Encoders.row(transformed));
    }

    private ModelShipment shipment(JavaSparkContext spark) {
        FeatureExtractor extractor = extractor();
        if (isSet(modelSha256) && !$(modelSha256).equals(sha256(extractor.model()))) {
            throw new WrongUseException("model " + $(model) + ": its SHA-256 is " + sha256(extractor.model())
                    + ", but the stage was saved with " + $(modelSha256)
                    + "; restore that file, or call setModel to accept this one");
        }
        try {
            return ModelShipment.of(spark, extractor);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private FeatureExtractor extractor() {
        try {
            return ModelCatalogue.onClassPath().open(new ModelRequest($(model), Path.of(getModelCache())));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private RunFailedException unreadable(IOException e) {
        return new RunFailedException("model " + $(model) + ": cannot be read: " + e.getMessage(), e);
    }

    private static String sha256(ModelId model) {
        return model.sha256() + "/" + model.preprocessing();
    }

    @Override
    public StructType transformSchema(StructType schema) {
        Columns.require(schema, $(pathCol), DataTypes.StringType, "set pathCol to the column of paths");
        Columns.require(
                schema,
                getInputCol(),
                DataTypes.BinaryType,
                "set inputCol to the images' bytes, as spark.read().format(\"binaryFile\") gives them");
        Columns.requireFree(schema, getOutputCol(), "outputCol");
        Columns.requireFree(schema, $(rejectCol), "rejectCol");
        return schema.add(getOutputCol(), SQLDataTypes.VectorType(), true)
                .add($(rejectCol), DataTypes.StringType, true);
    }

    @Override
    public ImageFeaturizer copy(ParamMap extra) {
        return defaultCopy(extra);
    }

    /**
     * Saves what is set, and the SHA-256 of the model; opens the model for it.
     *
     * @throws WrongUseException if the model is missing
     */
    @Override
    public MLWriter write() {
        ImageFeaturizer saved = new ImageFeaturizer(uid);
        for (Param<?> param : params()) {
            if (isSet(param)) {
                saved.set(param.name(), $(param));
            }
        }
        if (!isSet(modelSha256)) {
            saved.set(modelSha256, sha256(extractor().model()));
        }
        return new DefaultParamsWriter(saved);
    }

    /** Reads a saved stage, of earlier versions as well: those without SHA-256 accept any model. */
    public static MLReader<ImageFeaturizer> read() {
        return new DefaultParamsReader<>();
    }

    /** Loads a saved stage, as {@link #read}. */
    public static ImageFeaturizer load(String path) {
        return read().load(path);
    }
}
