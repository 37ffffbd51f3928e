package dev.fruits.core.contract;

import static dev.fruits.core.contract.DrawnImages.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.Sha256;
import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.ModelFile;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.image.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link FeatureExtractor} keeps. */
public abstract class FeatureExtractorContract {
    private static final float TOLERANCE = 1e-5f;

    /** The extractor under test; each call gives an equal one. */
    protected abstract FeatureExtractor extractor() throws IOException;

    @Test
    public void a_batch_gives_one_row_for_each_image_in_its_order() throws IOException {
        List<EncodedImage> batch = photographs(5);
        List<FeatureRow> rows = rows(extract(batch));
        assertThat(rows)
                .extracting(FeatureRow::path)
                .containsExactlyElementsOf(
                        batch.stream().map(image -> image.ref().path()).toList());
        assertThat(rows).extracting(FeatureRow::label).containsOnly("Apple Braeburn");
        assertThat(rows)
                .extracting(row -> row.vector().dimension())
                .containsOnly(extractor().dimension());
    }

    @Test
    public void different_photographs_have_different_features() throws IOException {
        List<FeatureRow> rows = rows(extract(photographs(4)));
        assertThat(rows).extracting(FeatureRow::vector).doesNotHaveDuplicates();
    }

    @Test
    public void the_other_images_of_a_batch_do_not_change_features() throws IOException {
        List<EncodedImage> images = photographs(7);
        List<FeatureRow> together = rows(extract(images));
        try (ExtractionSession session = extractor().openSession()) {
            for (int i = 0; i < images.size(); i++) {
                FeatureRow alone = rows(session.extract(List.of(images.get(i)))).get(0);
                assertClose(alone.vector(), together.get(i).vector());
            }
        }
    }

    @Test
    public void a_batch_larger_than_any_internal_one_is_whole_and_in_order() throws IOException {
        List<EncodedImage> images = photographs(70);
        List<FeatureRow> rows = rows(extract(images));
        assertThat(rows).hasSize(70);
        assertThat(rows.get(69).path()).isEqualTo(images.get(69).ref().path());
        assertClose(
                rows(extract(images.subList(69, 70))).get(0).vector(),
                rows.get(69).vector());
    }

    @Test
    public void bad_images_become_rejections_in_place_and_the_others_keep_their_features() throws IOException {
        List<EncodedImage> good = photographs(3);
        Map<String, byte[]> bad = DrawnImages.badFiles();
        List<EncodedImage> mixed = new ArrayList<>(good);
        bad.forEach((name, bytes) -> mixed.add(mixed.size() - 1, encoded("Apple Braeburn/" + name, bytes)));

        List<ExtractionOutcome> outcomes = extract(mixed);

        assertThat(outcomes).hasSameSizeAs(mixed);
        List<FeatureRow> rows = rows(outcomes);
        assertThat(rows).extracting(FeatureRow::path).containsExactlyElementsOf(paths(good));
        List<FeatureRow> undisturbed = rows(extract(good));
        for (int i = 0; i < rows.size(); i++) {
            assertClose(rows.get(i).vector(), undisturbed.get(i).vector());
        }
        List<Rejection> rejections = rejections(outcomes);
        assertThat(rejections).hasSameSizeAs(bad.keySet());
        assertThat(rejections).allSatisfy(rejection -> {
            assertThat(rejection.label()).isEqualTo("Apple Braeburn");
            assertThat(rejection.stage()).isEqualTo(Stage.DECODE);
            assertThat(rejection.reason()).isNotBlank();
        });
        assertThat(outcomes.get(2)).isInstanceOf(ExtractionOutcome.Rejected.class);
        assertThat(outcomes.get(outcomes.size() - 1)).isInstanceOf(ExtractionOutcome.Extracted.class);
    }

    @Test
    public void a_batch_of_bad_images_alone_gives_rejections_alone() throws IOException {
        List<ExtractionOutcome> outcomes = extract(List.of(encoded("a/empty.jpg", new byte[0])));
        assertThat(rows(outcomes)).isEmpty();
        assertThat(rejections(outcomes)).extracting(Rejection::path).containsExactly("a/empty.jpg");
    }

    @Test
    public void a_copy_that_travelled_is_equal_and_gives_the_same_features() throws Exception {
        FeatureExtractor extractor = extractor();
        FeatureExtractor copy = SerializedCopy.of(extractor);
        assertThat(copy).isEqualTo(extractor).hasSameHashCodeAs(extractor);
        assertThat(copy.model()).isEqualTo(extractor.model());
        List<EncodedImage> images = photographs(2);
        try (ExtractionSession session = copy.openSession()) {
            assertThat(rows(session.extract(images))).isEqualTo(rows(extract(images)));
        }
    }

    @Test
    public void it_tells_which_model_it_is_to_the_byte() throws IOException {
        assertThat(extractor().model().sha256()).matches("[0-9a-f]{64}");
        assertThat(extractor().model().preprocessing()).isNotBlank();
        assertThat(extractor().model()).isEqualTo(extractor().model());
    }

    @Test
    public void its_files_are_what_it_says_and_may_lie_elsewhere(@TempDir Path elsewhere) throws Exception {
        FeatureExtractor extractor = extractor();
        Map<String, String> places = new HashMap<>();
        for (ModelFile file : extractor.files()) {
            assertThat(Sha256.of(Path.of(file.path()))).isEqualTo(file.sha256());
            places.put(
                    file.path(),
                    Files.copy(Path.of(file.path()), elsewhere.resolve("copy-" + places.size()))
                            .toString());
        }

        FeatureExtractor moved = SerializedCopy.of(extractor).withFiles(places);

        assertThat(moved.model()).isEqualTo(extractor.model());
        assertThat(moved.dimension()).isEqualTo(extractor.dimension());
        assertThat(moved.files())
                .extracting(ModelFile::path)
                .containsExactlyElementsOf(extractor.files().stream()
                        .map(ModelFile::path)
                        .map(places::get)
                        .toList());
        List<EncodedImage> images = photographs(2);
        assertThat(rows(extract(moved, images))).isEqualTo(rows(extract(extractor, images)));
    }

    @Test
    public void sessions_in_many_threads_give_the_features_of_one() throws Exception {
        List<EncodedImage> images = photographs(6);
        FeatureExtractor shared = extractor();
        List<FeatureRow> expected = rows(extract(shared, images));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<FeatureRow>>> runs = IntStream.range(0, 8)
                    .mapToObj(run -> threads.submit(() -> rows(extract(shared, images))))
                    .toList();
            for (Future<List<FeatureRow>> run : runs) {
                assertThat(run.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    public void a_closed_session_says_so_and_closing_it_again_does_nothing() throws IOException {
        List<EncodedImage> images = photographs(1);
        ExtractionSession session = extractor().openSession();
        try (ExtractionSession other = extractor().openSession()) {
            session.close();
            session.close();
            assertThatThrownBy(() -> session.extract(images))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
            assertThat(rows(other.extract(images))).hasSize(1);
        }
        assertThat(rows(extract(images))).hasSize(1);
    }

    private List<ExtractionOutcome> extract(List<EncodedImage> batch) throws IOException {
        return extract(extractor(), batch);
    }

    private static List<ExtractionOutcome> extract(FeatureExtractor extractor, List<EncodedImage> batch)
            throws IOException {
        try (ExtractionSession session = extractor.openSession()) {
            return session.extract(batch);
        }
    }

    private static List<EncodedImage> photographs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> encoded("Apple Braeburn/%03d.jpg".formatted(i), DrawnImages.jpeg(i, 100, 90 + i % 9)))
                .toList();
    }

    private static List<String> paths(List<EncodedImage> images) {
        return images.stream().map(image -> image.ref().path()).toList();
    }

    private static List<FeatureRow> rows(List<ExtractionOutcome> outcomes) {
        List<FeatureRow> rows = new ArrayList<>();
        outcomes.forEach(outcome -> outcome.deliver(rows::add, rejection -> {}));
        return rows;
    }

    private static List<Rejection> rejections(List<ExtractionOutcome> outcomes) {
        List<Rejection> rejections = new ArrayList<>();
        outcomes.forEach(outcome -> outcome.deliver(row -> {}, rejections::add));
        return rejections;
    }

    private static void assertClose(FeatureVector actual, FeatureVector expected) {
        assertThat(actual.dimension()).isEqualTo(expected.dimension());
        for (int i = 0; i < actual.dimension(); i++) {
            assertThat(actual.get(i)).isCloseTo(expected.get(i), within(TOLERANCE));
        }
    }
}
