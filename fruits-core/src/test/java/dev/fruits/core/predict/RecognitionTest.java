package dev.fruits.core.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.ClassifierCard;
import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.classify.LabelProbability;
import dev.fruits.core.classify.SoftmaxRegression;
import dev.fruits.core.classify.Standardisation;
import dev.fruits.core.classify.TrainingOrigin;
import dev.fruits.core.contract.Clusters;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The CNN here tells the first byte; 2 is no image. The classifier takes large bytes for a pear. */
class RecognitionTest {
    private static final ModelId MODEL = new ModelId("first-byte", "0".repeat(64), "none");

    private final FittedClassifier classifier = SoftmaxRegression.of(
            new ClassifierCard(
                    "hand-made",
                    "none",
                    Map.of(),
                    new TrainingOrigin(Clusters.ORIGIN.images(), MODEL, Clusters.ORIGIN.time()),
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

    private List<Recognised> recognised(Photo... photos) throws IOException {
        try (Recognition recognition = Recognition.open("saved", classifier, new FirstByte(MODEL, 1))) {
            return recognition.recognise(List.of(photos));
        }
    }

    private static Photo photo(String name, int first) {
        return Photo.of(name, new byte[] {(byte) first});
    }

    private static Map<String, Object> fields(Recognised recognised) {
        return AnswerJson.fields(recognised, AnswerRule.DEFAULT);
    }

    @Test
    void good_and_bad_photographs_keep_their_order() throws IOException {
        List<Recognised> outcomes = recognised(
                photo("/a/apple.jpg", 0),
                Photo.unreadable("gone.jpg", "no such file"),
                photo("bad.jpg", 2),
                photo("pear.jpg", 100),
                photo("pear.jpg", 101));

        assertThat(outcomes.stream()
                        .map(outcome -> outcome.photo() + " "
                                + fields(outcome)
                                        .getOrDefault("label", fields(outcome).get("error"))))
                .containsExactly(
                        "/a/apple.jpg Apple",
                        "gone.jpg read: no such file",
                        "bad.jpg decode: no image",
                        "pear.jpg Pear",
                        "pear.jpg Pear");
    }

    @Test
    void an_answer_has_the_best_labels_and_says_whether_the_first_is_known() throws IOException {
        Recognised pear = recognised(photo("p.jpg", 51)).get(0);
        LabelProbability best = ((Recognised.Predicted) pear).prediction().best();

        assertThat(best.probability()).isBetween(0.52, 0.53);
        assertThat(Json.writeLine(AnswerJson.fields(pear, new AnswerRule(0.6, 1))))
                .isEqualTo("{\"image\": \"p.jpg\",\"label\": \"Pear\",\"probability\": " + best.probability()
                        + ",\"known\": false,\"top\": [{\"label\": \"Pear\",\"probability\": " + best.probability()
                        + "}]}\n");
        assertThat(AnswerJson.fields(pear, new AnswerRule(0.5, 2))).containsEntry("known", true);
    }

    @Test
    void photographs_that_are_empty_or_too_large_are_never_decoded() throws IOException {
        assertThat(fields(recognised(Photo.read("e.jpg", new ByteArrayInputStream(new byte[0])))
                        .get(0)))
                .containsEntry("error", "read: empty file");
        assertThat(fields(recognised(Photo.of("l.jpg", new byte[ImageReader.MAX_BYTES + 1]))
                        .get(0)))
                .containsEntry("error", "read: larger than 64 MB");
    }

    @Test
    void no_photograph_is_no_answer() throws IOException {
        assertThat(recognised()).isEmpty();
    }

    @Test
    void a_classifier_of_another_cnn_or_length_is_refused() {
        ModelId other = new ModelId("last-byte", "0".repeat(64), "none");
        assertThatThrownBy(() -> Recognition.open("saved", classifier, new FirstByte(other, 1)))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("classifier saved: learned from features of " + MODEL.fingerprint()
                        + ", not of " + other.fingerprint());
        assertThatThrownBy(() -> Recognition.open("saved", classifier, new FirstByte(MODEL, 2)))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("classifier saved: takes 1 features, but first-byte gives 2; evaluate again with it");
    }

    @Test
    void a_rule_that_cannot_be_followed_is_refused() {
        assertThatThrownBy(() -> new AnswerRule(2, 1)).hasMessage("threshold 2.0: must be 0 to 1; 0.5 is the default");
        assertThatThrownBy(() -> new AnswerRule(0.5, 0)).hasMessage("top 0: must be at least 1");
    }
}
