package dev.fruits.core.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.ClassifierCard;
import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.classify.LabelProbability;
import dev.fruits.core.classify.SoftmaxRegression;
import dev.fruits.core.classify.Standardisation;
import dev.fruits.core.contract.Clusters;
import dev.fruits.core.contract.MemoryImages;
import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.image.Stage;
import dev.fruits.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The feature of the CNN here is the first byte; 2 is no image. The classifier predicts Pear for large bytes. */
class PredictorTest {
    private static final ModelId MODEL = new ModelId("first-byte", "0".repeat(64), "none");

    private final FittedClassifier classifier = SoftmaxRegression.of(
            new ClassifierCard(
                    "hand-made",
                    "none",
                    Map.of(),
                    MODEL,
                    Clusters.ORIGIN.images().text(),
                    Clusters.ORIGIN.time(),
                    new TreeMap<>(Map.of("Apple", 1L, "Pear", 1L)),
                    Map.of()),
            Optional.empty(),
            Standardisation.of(new double[] {50}, new double[] {10}),
            new double[][] {{0}, {1}},
            new double[] {0, 0});

    private record FirstByte(ModelId model, int dimension) implements FeatureExtractor {
        @Override
        public ExtractionSession openSession() {
            return new ExtractionSession() {
                @Override
                public List<ExtractionOutcome> extract(List<EncodedImage> batch) {
                    return batch.stream().map(FirstByte::outcome).toList();
                }

                @Override
                public void close() {}
            };
        }

        private static ExtractionOutcome outcome(EncodedImage image) {
            return image.byteAt(0) == 2
                    ? ExtractionOutcome.of(new Rejection(image.ref().path(), "", Stage.DECODE, "no image"))
                    : ExtractionOutcome.of(image.ref(), FeatureVector.of(image.byteAt(0)));
        }
    }

    private List<ImagePrediction> predicted(InputImage... images) throws IOException {
        try (Predictor predictor = Predictor.open("saved", classifier, new FirstByte(MODEL, 1))) {
            return predictor.predict(List.of(images));
        }
    }

    private static InputImage image(String name, int first) {
        return InputImage.of(name, new byte[] {(byte) first});
    }

    private static PredictionFields fields(ImagePrediction result) {
        return PredictionFields.of(result, PredictionThreshold.DEFAULT);
    }

    @Test
    void good_and_bad_images_keep_their_order() throws IOException {
        List<ImagePrediction> results = predicted(
                image("/a/apple.jpg", 0),
                InputImage.unreadable("gone.jpg", "no such file"),
                image("bad.jpg", 2),
                image("pear.jpg", 100),
                image("pear.jpg", 101));

        assertThat(results.stream()
                        .map(PredictorTest::fields)
                        .map(fields ->
                                fields.image() + " " + (fields.error() == null ? fields.label() : fields.error())))
                .containsExactly(
                        "/a/apple.jpg Apple",
                        "gone.jpg read: no such file",
                        "bad.jpg decode: no image",
                        "pear.jpg Pear",
                        "pear.jpg Pear");
    }

    @Test
    void all_images_of_a_source_are_predicted_in_batches_in_the_order_of_their_paths() throws IOException {
        MemoryImages source = new MemoryImages(2, 30, 20);
        List<ImagePrediction> results = new ArrayList<>();
        try (Predictor predictor = Predictor.open("saved", classifier, new FirstByte(MODEL, 1));
                Stream<InputImage> images = InputImage.in(source)) {
            long classified = predictor.predict(images, results::add);
            assertThat(classified)
                    .isEqualTo(results.stream()
                            .filter(ImagePrediction.Classified.class::isInstance)
                            .count())
                    .isLessThan(60);
        }
        assertThat(results)
                .extracting(ImagePrediction::image)
                .hasSize(60)
                .isSorted()
                .allMatch(name -> name.startsWith(source.location() + "/class 0"));
    }

    @Test
    void a_source_that_fails_ends_the_prediction_with_its_error() throws IOException {
        Stream<InputImage> failing = Stream.of("a.jpg").map(name -> {
            throw new UncheckedIOException(new IOException("disk: gone"));
        });
        try (Predictor predictor = Predictor.open("saved", classifier, new FirstByte(MODEL, 1))) {
            assertThatThrownBy(() -> predictor.predict(failing, result -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessage("disk: gone");
        }
    }

    @Test
    void a_result_has_the_best_labels_and_whether_the_first_is_known() throws IOException {
        ImagePrediction pear = predicted(image("p.jpg", 51)).get(0);
        LabelProbability best = ((ImagePrediction.Classified) pear).prediction().best();

        assertThat(best.probability()).isBetween(0.52, 0.53);
        assertThat(Json.writeLine(PredictionFields.of(pear, new PredictionThreshold(0.6, 1))))
                .isEqualTo("{\"image\": \"p.jpg\",\"label\": \"Pear\",\"probability\": " + best.probability()
                        + ",\"known\": false,\"top\": [{\"label\": \"Pear\",\"probability\": " + best.probability()
                        + "}]}\n");
        assertThat(PredictionFields.of(pear, new PredictionThreshold(0.5, 2)).known())
                .isTrue();
    }

    @Test
    void images_that_are_empty_or_too_large_are_never_decoded() throws IOException {
        assertThat(fields(predicted(InputImage.of("e.jpg", new byte[0])).get(0)).error())
                .isEqualTo("read: empty file");
        assertThat(fields(predicted(InputImage.of("l.jpg", new byte[ImageReader.MAX_BYTES + 1]))
                                .get(0))
                        .error())
                .isEqualTo("read: larger than 64 MB");
    }

    @Test
    void no_image_has_no_result() throws IOException {
        assertThat(predicted()).isEmpty();
    }

    @Test
    void a_classifier_of_another_cnn_or_length_is_refused() {
        ModelId other = new ModelId("last-byte", "0".repeat(64), "none");
        assertThatThrownBy(() -> Predictor.open("saved", classifier, new FirstByte(other, 1)))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("classifier saved: was trained on features of " + MODEL.fingerprint()
                        + ", not of " + other.fingerprint());
        assertThatThrownBy(() -> Predictor.open("saved", classifier, new FirstByte(MODEL, 2)))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("classifier saved: takes 1 features, but first-byte gives 2; evaluate again with it");
    }

    @Test
    void a_threshold_out_of_its_range_is_refused() {
        assertThatThrownBy(() -> new PredictionThreshold(2, 1))
                .hasMessage("threshold 2.0: must be 0 to 1; 0.5 is the default");
        assertThatThrownBy(() -> new PredictionThreshold(0.5, 0)).hasMessage("top 0: must be at least 1");
    }
}
