package dev.fruits.spark.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.ByteFeatures;
import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.spi.ModelRequest;
import dev.fruits.spark.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.image.ImageSchema;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFeaturizerTest {
    private static final SparkSession SPARK = LocalSpark.session();

    @TempDir
    Path folder;

    private final ImageFeaturizer featurizer = new ImageFeaturizer().setModel(ByteModels.NAME);

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void every_image_gets_the_features_of_its_own_bytes_whatever_the_batch(int batch) {
        Dataset<Row> images = images(20).repartition(3);

        List<Row> rows = featurizer.setBatch(batch).transform(images).collectAsList();

        assertThat(rows).hasSize(20);
        for (Row row : rows) {
            byte[] bytes = row.getAs("content");
            assertThat(row.<Vector>getAs("features").toArray()).containsExactly(featuresOf(bytes));
            assertThat(row.<String>getAs("reject_reason")).isNull();
        }
    }

    @Test
    void files_read_by_sparks_own_source_are_featurized() throws IOException {
        Path label = Files.createDirectory(folder.resolve("Apple Braeburn"));
        for (int i = 0; i < 7; i++) {
            Files.write(label.resolve("3_" + i + ".jpg"), new byte[] {(byte) i, 1, 2});
        }
        Dataset<Row> files = SPARK.read()
                .format("binaryFile")
                .option("recursiveFileLookup", "true")
                .load(folder.toString());

        List<Row> rows = featurizer.transform(files).collectAsList();

        assertThat(rows).hasSize(7);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.<Vector>getAs("features").size()).isEqualTo(ByteModels.DIMENSION);
            assertThat(row.<String>getAs("path")).contains("Apple Braeburn/3_");
        });
    }

    @Test
    void a_rejected_image_keeps_its_row_with_the_reason() {
        List<Row> rows = featurizer
                .transform(withBad())
                .select("path", "features", "reject_reason")
                .collectAsList();

        assertThat(rows)
                .extracting(row -> row.getString(0), row -> row.isNullAt(1), row -> row.get(2))
                .containsExactly(
                        tuple("/a/0.jpg", false, null),
                        tuple("/a/bad.jpg", true, "decode: not an image"),
                        tuple("/a/empty.jpg", true, "read: no bytes"),
                        tuple("/a/1.jpg", false, null));
    }

    @Test
    void handle_invalid_skip_drops_rejected_images() {
        List<Row> rows = featurizer
                .setHandleInvalid("skip")
                .transform(withBad())
                .select("path")
                .collectAsList();

        assertThat(rows).extracting(row -> row.getString(0)).containsExactly("/a/0.jpg", "/a/1.jpg");
    }

    @Test
    void handle_invalid_error_fails_the_job() {
        Dataset<Row> featurized =
                featurizer.setHandleInvalid("error").transform(withBad().coalesce(1));

        assertThatThrownBy(featurized::collectAsList)
                .hasStackTraceContaining("image /a/bad.jpg: decode: not an image;"
                        + " set handleInvalid to keep or skip to continue without it");
    }

    @Test
    void the_columns_are_those_that_are_named() {
        Dataset<Row> images = images(2).withColumnRenamed("path", "name").withColumnRenamed("content", "jpeg");
        featurizer.setPathCol("name").setInputCol("jpeg").setOutputCol("cnn").setRejectCol("why");

        Dataset<Row> featurized = featurizer.transform(images);

        assertThat(featurized.schema()).isEqualTo(featurizer.transformSchema(images.schema()));
        assertThat(featurized.columns()).containsExactly("name", "jpeg", "cnn", "why");
        assertThat(featurized.schema().apply("cnn").dataType()).isEqualTo(SQLDataTypes.VectorType());
        assertThat(featurized.count()).isEqualTo(2);
    }

    @Test
    void a_missing_column_is_named_with_the_columns_of_the_data() {
        StructType schema = new StructType().add("path", DataTypes.StringType).add("contents", DataTypes.BinaryType);

        assertThatThrownBy(() -> featurizer.transformSchema(schema))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("column 'content' is missing; did you mean 'contents'?; columns are: path, contents");
    }

    @Test
    void a_column_of_another_type_is_refused() {
        StructType schema = new StructType().add("path", DataTypes.StringType).add("content", DataTypes.StringType);

        assertThatThrownBy(() -> featurizer.transformSchema(schema))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("column 'content' is of type string, not binary; set inputCol to the images' bytes,"
                        + " as spark.read().format(\"binaryFile\") gives them");
    }

    @Test
    void an_existing_column_is_not_replaced() {
        StructType schema = images(1).schema().add("features", DataTypes.StringType);

        assertThatThrownBy(() -> featurizer.transformSchema(schema))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("column 'features' already exists; set outputCol to another name, or drop the column");
    }

    @Test
    void an_unknown_model_fails_before_any_job() {
        assertThatThrownBy(() -> featurizer.setModel("byte_feature").transform(images(1)))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("model byte_feature: neither a known name nor a model file;"
                        + " did you mean 'byte_features'?");
    }

    @Test
    void a_value_is_validated_when_it_is_set() {
        assertThatThrownBy(() -> new ImageFeaturizer().setHandleInvalid("kep"))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("handleInvalid kep: must be keep, skip or error; did you mean 'keep'?");
        assertThatThrownBy(() -> new ImageFeaturizer().setBatch(0))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("batch 0");
        assertThatThrownBy(() -> new ParamMap().put(featurizer.batch(), 1025))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("batch 1025");
    }

    @Test
    void getters_give_what_was_set_or_the_default() {
        featurizer.setBatch(5).setHandleInvalid("skip").setModelCache("/weights");

        assertThat(featurizer.getBatch()).isEqualTo(5);
        assertThat(featurizer.getHandleInvalid()).isEqualTo("skip");
        assertThat(featurizer.getModelCache()).isEqualTo("/weights");
        assertThat(featurizer.getModel()).isEqualTo(ByteModels.NAME);
        assertThat(new ImageFeaturizer().getBatch()).isEqualTo(16);
        assertThat(new ImageFeaturizer().getModelCache())
                .isEqualTo(ModelRequest.cacheFolder(System.getenv()).toString());
        assertThat(new ImageFeaturizer())
                .extracting(
                        ImageFeaturizer::getPathCol,
                        ImageFeaturizer::getInputCol,
                        ImageFeaturizer::getOutputCol,
                        ImageFeaturizer::getRejectCol)
                .containsExactly("path", "content", "features", "reject_reason");
    }

    @Test
    void saving_and_loading_keeps_uid_and_parameters() throws IOException {
        String path = folder.resolve("stage").toString();
        featurizer.setBatch(5).setHandleInvalid("skip").save(path);

        ImageFeaturizer loaded = ImageFeaturizer.load(path);

        assertThat(loaded.uid()).isEqualTo(featurizer.uid());
        assertThat(loaded.getBatch()).isEqualTo(5);
        assertThat(loaded.getHandleInvalid()).isEqualTo("skip");
        assertThat(loaded.getModel()).isEqualTo(ByteModels.NAME);
        assertThat(loaded.transform(withBad()).count()).isEqualTo(2);
    }

    @Test
    void a_saved_stage_holds_the_sha256_of_its_model_and_no_folder_of_the_user_who_saved_it() throws IOException {
        featurizer.save(folder.resolve("stage").toString());

        ModelId model = new ByteFeatures(ByteModels.DIMENSION, "bad").model();
        assertThat(metadata("stage"))
                .contains("\"modelSha256\":\"" + model.sha256() + "/" + model.preprocessing() + "\"")
                .doesNotContain("modelCache")
                .doesNotContain(ModelRequest.cacheFolder(System.getenv()).toString());
    }

    @Test
    void a_loaded_stage_refuses_another_model_of_the_same_name() throws IOException {
        String path = folder.resolve("stage").toString();
        featurizer.save(path);
        ModelId model = new ByteFeatures(ByteModels.DIMENSION, "bad").model();
        String sha256 = model.sha256() + "/" + model.preprocessing();
        Path part = metadataFile("stage");
        Files.writeString(part, Files.readString(part).replace(sha256, "0".repeat(64) + "/x"));
        Files.delete(part.resolveSibling("." + part.getFileName() + ".crc"));
        ImageFeaturizer loaded = ImageFeaturizer.load(path);

        assertThatThrownBy(() -> loaded.transform(images(1)))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("model byte_features: its SHA-256 is " + sha256 + ", but the stage was saved with "
                        + "0".repeat(64) + "/x; restore that file, or call setModel to accept this one");
        assertThat(loaded.setModel(ByteModels.NAME).transform(images(1)).count())
                .isOne();
    }

    @Test
    void a_stage_saved_by_an_earlier_version_loads_and_uses_the_cache_of_the_current_user() throws IOException {
        Path metadata = Files.createDirectories(folder.resolve("old/metadata"));
        Files.writeString(metadata.resolve("part-00000"), """
                {"class":"dev.fruits.spark.ml.ImageFeaturizer","timestamp":1764547200000,"sparkVersion":"3.5.5",\
                "uid":"imageFeaturizer_1a2b","paramMap":{"model":"byte_features","batch":4},\
                "defaultParamMap":{"batch":16,"handleInvalid":"keep","inputCol":"content","model":"fruitnet",\
                "modelCache":"/home/another/.cache/fruits/models","outputCol":"features","pathCol":"path",\
                "rejectCol":"reject_reason"}}
                """);
        Files.createFile(metadata.resolve("_SUCCESS"));

        ImageFeaturizer loaded = ImageFeaturizer.load(folder.resolve("old").toString());

        assertThat(loaded.getModelCache())
                .isEqualTo(ModelRequest.cacheFolder(System.getenv()).toString());
        assertThat(loaded.getBatch()).isEqualTo(4);
        assertThat(loaded.transform(images(3)).count()).isEqualTo(3);
        loaded.save(folder.resolve("new").toString());
        assertThat(metadata("new")).doesNotContain("/home/another").contains("modelSha256", "imageFeaturizer_1a2b");
    }

    @Test
    void bytes_of_sparks_image_source_are_named_as_raw_pixels() {
        StructType schema = new StructType().add("path", DataTypes.StringType).add("image", ImageSchema.columnSchema());
        assertThatThrownBy(() -> featurizer.setInputCol("image").transformSchema(schema))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("column 'image' comes from Spark's image source, whose bytes are raw pixels; read the files"
                        + " with format(\"binaryFile\")");

        Dataset<Row> pixels = withBad().withColumnRenamed("path", "origin").withColumnRenamed("content", "data");
        featurizer.setPathCol("origin").setInputCol("data");
        assertThat(featurizer.transform(pixels).collectAsList().get(1).<String>getAs("reject_reason"))
                .isEqualTo(
                        "decode: not an image; column 'data' probably comes from Spark's image source, whose bytes are"
                                + " raw pixels; read the files with format(\"binaryFile\")");
    }

    private String metadata(String stage) throws IOException {
        return Files.readString(metadataFile(stage));
    }

    private Path metadataFile(String stage) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(stage).resolve("metadata"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void a_copy_is_apart_from_its_original() {
        ImageFeaturizer copied = featurizer.copy(new ParamMap().put(featurizer.batch(), 7));

        assertThat(copied.getOrDefault(copied.batch())).isEqualTo(7);
        assertThat(featurizer.getOrDefault(featurizer.batch())).isEqualTo(16);
        assertThat(copied.uid()).isEqualTo(featurizer.uid());
    }

    static Dataset<Row> images(int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(RowFactory.create("/a/" + i + ".jpg", new byte[] {(byte) i, (byte) (i * 7), 3}));
        }
        return dataset(rows);
    }

    private static Dataset<Row> withBad() {
        return dataset(Arrays.asList(
                RowFactory.create("/a/0.jpg", new byte[] {0}),
                RowFactory.create("/a/bad.jpg", new byte[] {1}),
                RowFactory.create("/a/empty.jpg", null),
                RowFactory.create("/a/1.jpg", new byte[] {2})));
    }

    private static Dataset<Row> dataset(List<Row> rows) {
        return SPARK.createDataFrame(
                rows, new StructType().add("path", DataTypes.StringType).add("content", DataTypes.BinaryType));
    }

    private static double[] featuresOf(byte[] bytes) {
        EncodedImage image = new EncodedImage(new ImageRef("x", "", bytes.length, Instant.EPOCH), bytes);
        ExtractionOutcome outcome = new ByteFeatures(ByteModels.DIMENSION, "bad")
                .openSession()
                .extract(List.of(image))
                .get(0);
        double[] features = new double[ByteModels.DIMENSION];
        outcome.deliver(row -> row.vector().addTo(features), rejection -> {
            throw new AssertionError(rejection.reason());
        });
        return features;
    }
}
