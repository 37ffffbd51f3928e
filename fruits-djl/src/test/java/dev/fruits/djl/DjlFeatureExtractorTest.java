package dev.fruits.djl;

import static dev.fruits.core.contract.DrawnImages.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.DrawnImages;
import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.image.BicubicResampler;
import dev.fruits.image.ImageDecoder;
import dev.fruits.image.RgbImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DjlFeatureExtractorTest {
    private final byte[] onnx = TinyModel.onnx();
    private final ModelCard card = TinyModel.card(onnx);

    @TempDir
    Path folder;

    @Test
    void features_are_what_the_network_computes_from_the_normalised_pixels() throws Exception {
        EncodedImage image = encoded("a/b.png", DrawnImages.png(8, 33, 50));
        double[] means = colourMeans(image);
        FeatureVector features = extract(card, image);
        for (int feature = 0; feature < TinyModel.DIMENSION; feature++) {
            double expected = 0;
            for (int colour = 0; colour < 3; colour++) {
                expected += TinyModel.WEIGHTS[3 * feature + colour] * means[colour];
            }
            assertThat(features.get(feature)).isCloseTo((float) expected, within(1e-5f));
        }
    }

    @Test
    void bgr_swaps_red_and_blue_and_the_normalisation_follows_the_order_of_the_card() throws Exception {
        EncodedImage image = encoded("a/b.png", DrawnImages.png(8, 33, 50));
        String json = TinyModel.json(onnx)
                .replace("RGB", "BGR")
                .replace("\"mean\": [127.5, 127.5, 127.5]", "\"mean\": [0, 127.5, 255]");
        double[] means = colourMeans(image);
        FeatureVector features = extract(ModelCard.parse("bgr", json), image);
        assertThat(features.get(0)).isCloseTo((float) (means[2] + 1), within(1e-5f));
        assertThat(features.get(1)).isCloseTo((float) means[1], within(1e-5f));
        assertThat(features.get(2)).isCloseTo((float) (means[0] - 1), within(1e-5f));
    }

    @Test
    void features_that_are_not_finite_become_a_rejection() throws Exception {
        String json = TinyModel.json(onnx).replace("\"std\": [127.5,", "\"std\": [1e-38,");
        EncodedImage image = encoded("a/b.png", DrawnImages.png(8, 20, 12));
        List<ExtractionOutcome> outcomes;
        try (ExtractionSession session =
                extractor(ModelCard.parse("tiny", json)).openSession()) {
            outcomes = session.extract(List.of(image));
        }
        assertThat(outcomes.get(0))
                .hasToString(
                        "Rejected[rejection=Rejection[path=a/b.png, label=a, stage=EXTRACT, reason=a feature is not finite]]");
    }

    @Test
    void one_model_is_loaded_however_many_sessions_there_are() throws Exception {
        try (ExtractionSession first = extractor(card).openSession()) {
            int loaded = LoadedModel.count();
            try (ExtractionSession second = extractor(card).openSession()) {
                assertThat(second).isNotSameAs(first);
                assertThat(LoadedModel.count()).isEqualTo(loaded);
            }
        }
        LoadedModel once = LoadedModel.acquire(folder.resolve("tiny.onnx"), card);
        once.release();
        LoadedModel again = LoadedModel.acquire(folder.resolve("tiny.onnx"), card);
        again.release();
        assertThat(again).isSameAs(once);
    }

    @Test
    void a_model_nobody_uses_goes_when_another_is_wanted() throws Exception {
        LoadedModel idle = LoadedModel.acquire(TinyModel.write(folder, onnx), card);
        idle.release();
        ModelCard other = ModelCard.parse("other", TinyModel.json(onnx).replace("\"tiny\"", "\"other\""));
        LoadedModel wanted = LoadedModel.acquire(folder.resolve("tiny.onnx"), other);
        try {
            assertThat(LoadedModel.count()).isEqualTo(1);
        } finally {
            wanted.release();
        }
    }

    @Test
    void nothing_is_left_behind_by_thousands_of_images() throws Exception {
        LoadedModel model = LoadedModel.acquire(TinyModel.write(folder, onnx), card);
        List<EncodedImage> batch =
                List.of(encoded("a/1.png", DrawnImages.png(1, 20, 12)), encoded("a/2.png", DrawnImages.png(2, 20, 12)));
        try (ExtractionSession session = extractor(card).openSession()) {
            for (int run = 0; run < 1000; run++) {
                assertThat(session.extract(batch)).hasSize(2);
            }
            assertThat(model.arraysLeft()).isZero();
        } finally {
            model.release();
        }
    }

    @Test
    void a_file_that_changed_since_fails_the_session_before_any_image() throws Exception {
        DjlFeatureExtractor extractor =
                extractor(ModelCard.parse("x", TinyModel.json(onnx).replace("tiny\"", "gone\"")));
        Files.delete(folder.resolve("tiny.onnx"));
        assertThatThrownBy(extractor::openSession)
                .isInstanceOf(RunFailedException.class)
                .hasMessage("model " + extractor.file() + ": no such file on this machine");
    }

    @Test
    void an_output_of_unknown_shape_is_found_wrong_before_any_image() throws Exception {
        byte[] free = TinyModel.onnx("N", 1, TinyModel.HEIGHT, TinyModel.WIDTH, "D");
        String json = TinyModel.json(free).replace("\"dimension\": 4", "\"dimension\": 5");
        DjlFeatureExtractor extractor =
                DjlFeatureExtractor.of(TinyModel.write(folder, free), ModelCard.parse("tiny", json));
        assertThatThrownBy(extractor::openSession)
                .isInstanceOf(RunFailedException.class)
                .hasMessage("model tiny: its output 'features' is (1, 4) but the card says 5 features;"
                        + " correct output.dimension of the card");
    }

    @Test
    void a_card_that_does_not_fit_fails_at_once_and_says_why() throws Exception {
        assertMisfit(
                json -> json.replace("\"width\": 20", "\"width\": 24"),
                "its input is [N,3,12,20] but the card says 24x12 ([N,3,12,24]);"
                        + " correct input.width and input.height of the card");
        assertMisfit(
                json -> json.replace("\"pixels\"", "\"image\""),
                "it has no input 'image'; it has [pixels]: correct input.tensor of the card");
        assertMisfit(
                json -> json.replace("\"features\"", "\"logits\""),
                "it has no output 'logits'; it has [features]: correct output.tensor of the card");
        assertMisfit(
                json -> json.replace("\"dimension\": 4", "\"dimension\": 8"),
                "its output 'features' is [N,4] but the card says 8 features; correct output.dimension of the card");
        assertMisfit(
                json -> json.replace(Sha256.of(onnx), "0".repeat(64)),
                "its SHA-256 is " + Sha256.of(onnx) + " but the card of tiny says " + "0".repeat(64)
                        + "; get the file again or correct the card");
    }

    @Test
    void a_file_that_cannot_be_fed_says_why() throws Exception {
        assertUnfit(
                TinyModel.onnx(1, 1, 12, 20, 4),
                "its input [1,3,12,20] takes a fixed number of images; export it with a free first dimension,"
                        + " or say \"batch\": 1 in the card's input");
        assertUnfit(
                TinyModel.onnx(2, 1, 12, 20, 4),
                "its input [2,3,12,20] takes a fixed number of images; export it with a free first dimension");
        assertUnfit(
                TinyModel.onnx("N", 10, 12, 20, 4),
                "its input 'pixels' is not float32; export the model with float32 inputs");
    }

    @Test
    void an_inner_tensor_can_be_the_features() throws Exception {
        EncodedImage image = encoded("a/b.png", DrawnImages.png(8, 33, 50));
        String json = TinyModel.json(onnx).replace("\"features\"", "\"means\"").replace("\"tiny\"", "\"inner\"");
        assertThat(extract(ModelCard.parse("inner", json), image)).isEqualTo(extract(card, image));
    }

    @Test
    void a_file_without_a_dense_layer_has_nothing_before_it() throws IOException {
        assertMisfitOutput(
                "@before-last-dense",
                "it has no dense layer to take the features before; name a tensor in" + " output.tensor of the card");
        assertMisfitOutput(
                "elsewhere", "it has no output 'elsewhere'; it has [features]: correct output.tensor of the" + " card");
    }

    private void assertMisfitOutput(String tensor, String problem) throws IOException {
        assertMisfit(json -> json.replace("\"features\"", "\"" + tensor + "\""), problem);
    }

    @Test
    void a_file_that_takes_one_image_at_a_time_runs_any_number() throws Exception {
        byte[] single = TinyModel.onnx(1, 1, TinyModel.HEIGHT, TinyModel.WIDTH, 4);
        String json = TinyModel.json(single).replace("\"pixels\",", "\"pixels\", \"batch\": 1,");
        DjlFeatureExtractor extractor =
                DjlFeatureExtractor.of(TinyModel.write(folder, single), ModelCard.parse("single", json));
        EncodedImage image = encoded("a/b.png", DrawnImages.png(8, 33, 50));
        List<FeatureRow> rows = new ArrayList<>();
        try (ExtractionSession session = extractor.openSession()) {
            session.extract(List.of(image, image)).forEach(outcome -> outcome.deliver(rows::add, rejection -> {}));
        }
        assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row.vector()).isEqualTo(extract(card, image)));
    }

    @Test
    void a_file_that_is_not_onnx_or_truncated_says_so() throws Exception {
        for (byte[] bytes : List.of(
                new byte[0], "not a model".getBytes(StandardCharsets.UTF_8), Arrays.copyOf(onnx, onnx.length - 30))) {
            assertUnfit(bytes, "is no ONNX file, or a truncated one (" + bytes.length + " bytes); get it again");
        }
    }

    private interface Edit {
        String apply(String json);
    }

    private void assertMisfit(Edit edit, String problem) throws IOException {
        Path file = TinyModel.write(folder, onnx);
        ModelCard wrong = ModelCard.parse("tiny", edit.apply(TinyModel.json(onnx)));
        assertThatThrownBy(() -> DjlFeatureExtractor.of(file, wrong))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("model " + file + ": " + problem);
    }

    private void assertUnfit(byte[] bytes, String problem) throws IOException {
        Path file = TinyModel.write(folder, bytes);
        ModelCard itsCard = TinyModel.card(bytes);
        assertThatThrownBy(() -> DjlFeatureExtractor.of(file, itsCard))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("model " + file + ": " + problem);
    }

    private DjlFeatureExtractor extractor(ModelCard itsCard) throws IOException {
        return DjlFeatureExtractor.of(TinyModel.write(folder, onnx), itsCard);
    }

    private FeatureVector extract(ModelCard itsCard, EncodedImage image) throws IOException {
        List<FeatureRow> rows = new ArrayList<>();
        try (ExtractionSession session = extractor(itsCard).openSession()) {
            session.extract(List.of(image)).forEach(outcome -> outcome.deliver(rows::add, rejection -> {}));
        }
        return rows.get(0).vector();
    }

    /** Of red, green and blue at the model's size, as (x − 127.5) / 127.5. */
    private static double[] colourMeans(EncodedImage image) throws Exception {
        double[] sums = new double[3];
        try (ImageDecoder decoder = new ImageDecoder()) {
            RgbImage pixels = new BicubicResampler(TinyModel.WIDTH, TinyModel.HEIGHT).resize(decoder.decode(image));
            for (int y = 0; y < TinyModel.HEIGHT; y++) {
                for (int x = 0; x < TinyModel.WIDTH; x++) {
                    for (int colour = 0; colour < 3; colour++) {
                        int sample = pixels.rgb(x, y) >> (16 - 8 * colour) & 0xff;
                        sums[colour] += (sample - 127.5) / 127.5;
                    }
                }
            }
        }
        return Arrays.stream(sums)
                .map(sum -> sum / (TinyModel.WIDTH * TinyModel.HEIGHT))
                .toArray();
    }
}
