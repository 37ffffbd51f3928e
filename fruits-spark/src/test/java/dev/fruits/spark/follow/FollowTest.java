package dev.fruits.spark.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.ByteFeatures;
import dev.fruits.core.contract.DrawnImages;
import dev.fruits.core.contract.SerializingEngine;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.pca.ExplainedVariance;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.run.RunReport;
import dev.fruits.core.spi.EngineProvider;
import dev.fruits.core.spi.FollowRequest;
import dev.fruits.core.spi.FollowTotals;
import dev.fruits.spark.LocalSpark;
import dev.fruits.spark.hadoop.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowTest {
    private static final FeatureExtractor CNN = new ByteFeatures(4, "bad");
    private static final PcaProjection PROJECTION = projection(1);

    @TempDir
    Path folder;

    private Path photos;
    private Path out;
    private Path pca;
    private final Engine engine = new SerializingEngine();

    @BeforeEach
    void create_a_folder_and_a_projection() throws IOException {
        LocalSpark.session();
        photos = Files.createDirectory(folder.resolve("photos of été"));
        out = folder.resolve("out");
        pca = Files.writeString(folder.resolve("pca.json"), PROJECTION.toJson());
    }

    @Test
    void spark_is_the_engine_that_follows() {
        assertThat(ServiceLoader.load(EngineProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(EngineProvider::canFollow)
                        .map(EngineProvider::name))
                .containsExactly("spark");
    }

    @Test
    void every_image_of_three_waves_is_processed_once_although_the_second_batch_failed_before_its_checkpoint()
            throws IOException {
        List<String> expected = new ArrayList<>(wave(1, 5));
        put("Apple/bad.jpg", DrawnImages.truncated(DrawnImages.jpeg(3, 20, 20)));
        put("Apple/readme.txt", new byte[] {'a'});
        assertThat(follow()).isEqualTo(new FollowTotals(1, 7, 5, 1, 1));

        expected.addAll(wave(2, 4));
        assertThatThrownBy(() -> follow(engine, (report, number) -> {
                    throw new RunFailedException("a planted failure between results and checkpoint");
                }))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("a planted failure between results and checkpoint");
        expected.addAll(wave(3, 3));
        ByteFeatures.resetRuns();

        assertThat(follow()).isEqualTo(new FollowTotals(3, 14, 12, 1, 1));
        assertThat(ByteFeatures.runs()).as("the CNN sees the third wave alone").isEqualTo(3);
        assertThat(paths("features", "features")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(paths("reduced", "components")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Files.readString(out.resolve("batch=000000/rejects/rejects.csv")))
                .isEqualTo("path,stage,reason\nApple/bad.jpg,decode,not an image\n");
    }

    @Test
    void a_batch_that_failed_is_processed_again_as_a_whole() throws IOException {
        List<String> expected = wave(1, 5);
        assertThatThrownBy(() -> follow(new DyingEngine(), FollowTest::silent))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("a planted failure of the engine");
        assertThat(out.resolve("batch=000000/_SUCCESS")).doesNotExist();

        assertThat(follow()).isEqualTo(new FollowTotals(1, 5, 5, 0, 0));
        assertThat(paths("features", "features")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void components_are_those_of_the_given_projection() throws IOException {
        wave(1, 3);
        follow();

        List<FeatureVector> features = vectors("features", "features");
        assertThat(vectors("reduced", "components")).isEqualTo(PROJECTION.apply(features));
        assertThat(Files.readString(out.resolve("pca.json"))).isEqualTo(PROJECTION.toJson());
        assertThat(out.resolve("batch=000000")).isDirectoryNotContaining("glob:**/{pca.json,explained-variance.csv}");
    }

    @Test
    void an_upload_is_processed_when_it_is_renamed() throws IOException {
        put("Apple/.1.jpg", DrawnImages.jpeg(1, 20, 20));
        put("Apple/_2.jpg", DrawnImages.truncated(DrawnImages.jpeg(2, 20, 20)));
        assertThat(follow()).isEqualTo(FollowTotals.NONE);

        Files.move(photos.resolve("Apple/.1.jpg"), photos.resolve("Apple/1.jpg"));

        assertThat(follow()).isEqualTo(new FollowTotals(1, 1, 1, 0, 0));
        assertThat(paths("features", "features")).containsExactly("Apple/1.jpg");
    }

    @Test
    void an_old_file_that_is_moved_in_later_is_processed() throws IOException {
        wave(1, 2);
        follow();
        put("Apple/.old.jpg", DrawnImages.jpeg(9, 20, 20));
        Files.setLastModifiedTime(
                photos.resolve("Apple/.old.jpg"), java.nio.file.attribute.FileTime.fromMillis(1_000_000_000_000L));
        Files.move(photos.resolve("Apple/.old.jpg"), photos.resolve("Apple/old.jpg"));

        assertThat(follow()).isEqualTo(new FollowTotals(2, 3, 3, 0, 0));
    }

    @Test
    void a_batch_of_rejected_images_alone_is_complete() throws IOException {
        put("Apple/bad.jpg", new byte[] {1});

        assertThat(follow()).isEqualTo(new FollowTotals(1, 1, 0, 1, 0));
    }

    @Test
    void it_runs_until_it_is_stopped() throws Exception {
        SparkConf settings = LocalSpark.session().sparkContext().conf();
        settings.set(NewImages.INTERVAL, "100 milliseconds");
        CountDownLatch batches = new CountDownLatch(2);
        wave(1, 2);
        CompletableFuture<FollowTotals> following =
                CompletableFuture.supplyAsync(() -> followUnchecked((report, number) -> {
                    batches.countDown();
                    if (number == 0) {
                        waveUnchecked(2, 3);
                    }
                }));
        try {
            assertThat(batches.await(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            LocalSpark.session().streams().active()[0].stop();
            settings.remove(NewImages.INTERVAL);
        }

        assertThat(following.get(1, TimeUnit.MINUTES)).isEqualTo(new FollowTotals(2, 5, 5, 0, 0));
        assertThat(follow()).as("nothing is new").isEqualTo(new FollowTotals(2, 5, 5, 0, 0));
    }

    @Test
    void batches_have_at_most_the_configured_number_of_files() throws IOException {
        SparkConf settings = LocalSpark.session().sparkContext().conf();
        settings.set(NewImages.BATCH_FILES, "2");
        try {
            wave(1, 5);
            assertThat(follow()).isEqualTo(new FollowTotals(3, 5, 5, 0, 0));
        } finally {
            settings.remove(NewImages.BATCH_FILES);
        }
    }

    @Test
    void another_projection_is_refused() throws IOException {
        wave(1, 2);
        follow();
        Files.writeString(pca, projection(2).toJson());

        assertThatThrownBy(this::follow)
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("out file://" + out + ": was written with projection ")
                .hasMessageEndingWith("; give the same again, or another --out");
    }

    @Test
    void a_projection_of_another_dimension_is_refused() throws IOException {
        wave(1, 2);
        FollowRequest request =
                new FollowRequest(images(), new ByteFeatures(5, "bad"), location(pca), location(out), 16, true);

        assertThatThrownBy(() -> FollowedFolder.follow(LocalSpark.session(), request, engine, FollowTest::silent))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("model byte_features: gives 5 features, but the components were fitted to 4; use the model"
                        + " that they were fitted with");
    }

    @Test
    void a_location_with_the_results_of_a_run_is_refused() throws IOException {
        Files.createDirectories(out.resolve("features"));

        assertThatThrownBy(this::follow)
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("already holds a run's results");
    }

    @Test
    void batches_whose_checkpoint_is_missing_are_not_processed_twice() throws IOException {
        wave(1, 2);
        follow();
        Files.move(out.resolve("_checkpoint"), folder.resolve("lost"));

        assertThatThrownBy(this::follow)
                .isInstanceOf(RunFailedException.class)
                .hasMessage("out file://" + out + ": batch=000000 was written by another stream, whose _checkpoint is"
                        + " missing; images would be processed twice: restore the checkpoint, or give another --out");
    }

    @Test
    void a_missing_folder_is_named() {
        FollowRequest request =
                new FollowRequest(new FolderOfImages("/none/such"), CNN, location(pca), location(out), 16, true);

        assertThatThrownBy(() -> FollowedFolder.follow(LocalSpark.session(), request, engine, FollowTest::silent))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("images file:///none/such: no such folder; create it, or give the folder that receives the"
                        + " images");
    }

    @Test
    void a_missing_projection_is_named() throws IOException {
        Files.delete(pca);

        assertThatThrownBy(this::follow)
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("projection file://" + pca + ": cannot be read (no such file: ")
                .hasMessageEndingWith("; give the pca.json of a finished run");
    }

    /** Fails when it is to extract. */
    private static final class DyingEngine extends SerializingEngine {
        @Override
        public FeatureTable extract(
                ImageSource source, ImageListing listing, FeatureExtractor extractor, ExtractionOptions options) {
            throw new RunFailedException("a planted failure of the engine");
        }
    }

    private static void silent(RunReport report, long number) {}

    private FollowTotals follow() throws IOException {
        return follow(engine, FollowTest::silent);
    }

    private FollowTotals follow(Engine on, ObjLongConsumer<RunReport> listener) throws IOException {
        return FollowedFolder.follow(LocalSpark.session(), request(true), on, listener);
    }

    private FollowTotals followUnchecked(ObjLongConsumer<RunReport> listener) {
        try {
            return FollowedFolder.follow(LocalSpark.session(), request(false), engine, listener);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private FollowRequest request(boolean once) {
        return new FollowRequest(images(), CNN, location(pca), location(out), 16, once);
    }

    private FolderOfImages images() {
        return new FolderOfImages(photos.toString());
    }

    private static Location location(Path path) {
        return new Location(path.toString());
    }

    private List<String> wave(int wave, int images) throws IOException {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            String path = (i % 2 == 0 ? "Apple Braeburn/" : "Pomme d'été #1/") + wave + "_" + i + ".jpg";
            put(path, DrawnImages.jpeg(100L * wave + i, 20, 20));
            paths.add(path);
        }
        return paths;
    }

    private void waveUnchecked(int wave, int images) {
        try {
            for (String path : wave(wave, images)) {
                assertThat(photos.resolve(path)).exists();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** As an upload should: under a hidden name, then renamed. */
    private void put(String path, byte[] bytes) throws IOException {
        Path file = photos.resolve(path);
        Files.createDirectories(file.getParent());
        Path upload = file.resolveSibling(".upload");
        Files.write(upload, bytes);
        Files.move(upload, file);
    }

    private List<String> paths(String table, String column) {
        return rows(table, column).stream().map(FeatureRow::path).toList();
    }

    private List<FeatureVector> vectors(String table, String column) {
        return rows(table, column).stream().map(FeatureRow::vector).toList();
    }

    private List<FeatureRow> rows(String table, String column) {
        return DuckDb.rows(out + "/batch=*/" + table + "/*.parquet", column);
    }

    private static PcaProjection projection(double mean) {
        return PcaProjection.of(
                new double[] {mean, 2, 3, 4},
                new double[][] {{1, 0, 0, 0}, {0, 0.6, 0.8, 0}},
                ExplainedVariance.of(new double[] {4, 3, 2, 1}, 10),
                10);
    }
}
