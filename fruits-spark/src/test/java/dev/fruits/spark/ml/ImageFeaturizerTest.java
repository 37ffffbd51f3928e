package dev.fruits.spark.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.ByteFeatures;
import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageRef;
import dev.fruits.spark.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    void a_rejected_image_keeps_its_row_and_tells_why() {
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
    void rejected_images_are_skipped_where_that_is_wanted() {
        List<Row> rows = featurizer
                .setHandleInvalid("skip")
                .transform(withBad())
                .select("path")
                .collectAsList();

        assertThat(rows).extracting(row -> row.getString(0)).containsExactly("/a/0.jpg", "/a/1.jpg");
    }

    @Test
    void a_rejected_image_ends_the_job_where_that_is_wanted() {
        Dataset<Row> featurized =
                featurizer.setHandleInvalid("error").transform(withBad().coalesce(1));

        assertThatThrownBy(featurized::collectAsList)
                .hasStackTraceContaining("image /a/bad.jpg: decode: not an image;"
                        + " set handleInvalid to keep or skip to go on without it");
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
    void a_column_that_is_missing_is_named_beside_those_that_are_there() {
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
    void a_column_that_is_there_is_not_replaced() {
        StructType schema = images(1).schema().add("features", DataTypes.StringType);

        assertThatThrownBy(() -> featurizer.transformSchema(schema))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("column 'features' is there already; set outputCol to another name, or drop the column");
    }

    @Test
    void a_model_that_nobody_has_is_refused_before_any_job() {
        assertThatThrownBy(() -> featurizer.setModel("byte_feature").transform(images(1)))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("model byte_feature: neither a known name nor a model file;"
                        + " did you mean 'byte_features'?");
    }

    @Test
    void values_that_no_parameter_takes_are_refused() {
        assertThatThrownBy(() -> new ImageFeaturizer()
                        .setHandleInvalid("kep")
                        .transformSchema(images(1).schema()))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("handleInvalid kep: must be keep, skip or error; did you mean 'keep'?");
        assertThatThrownBy(() -> new ImageFeaturizer()
                        .setBatch(0)
                        .transformSchema(images(1).schema()))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("batch 0");
    }

    @Test
    void saving_and_loading_keeps_uid_and_parameters() throws IOException {
        String path = folder.resolve("stage").toString();
        featurizer.setBatch(5).setHandleInvalid("skip").save(path);

        ImageFeaturizer loaded = ImageFeaturizer.load(path);

        assertThat(loaded.uid()).isEqualTo(featurizer.uid());
        assertThat(loaded.extractParamMap().toString())
                .isEqualTo(featurizer.extractParamMap().toString());
        assertThat(loaded.transform(withBad()).count()).isEqualTo(2);
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
