package dev.fruits.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.DrawnImages;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.spi.ModelRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The networks that are checked with random weights: fetched, checked, cut and run as the published files are. */
class NamedCnnTest {
    private static final List<EncodedImage> IMAGES = IntStream.range(0, 3)
            .mapToObj(i -> DrawnImages.encoded("a/" + i + ".png", DrawnImages.png(i, 40 + i, 30)))
            .toList();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void its_card_says_what_its_architecture_is(NamedCnn cnn) {
        ModelCard card = cnn.card();
        assertThat(new NamedCnn.Figures(
                        card.output().dimension(),
                        card.facts().depth(),
                        card.facts().parameters()))
                .isEqualTo(cnn.figures());
    }

    @ParameterizedTest
    @EnumSource(names = {"ALEXNET", "VGG16", "RESNET18", "RESNET50"})
    void it_is_fetched_by_name_and_gives_the_features_before_its_classifier(NamedCnn cnn) throws IOException {
        byte[] file = cnn.file(false);
        try (FileServer server = new FileServer()) {
            String source = server.at("/" + cnn.card().file(), FileServer.file(file));
            ModelCard card = with(cnn.card(), Sha256.of(file), List.of(source));
            FeatureExtractor extractor = new DjlModelProvider(List.of(card), BundledWeights.onClassPath())
                    .open(new ModelRequest(card.name(), folder.resolve("cache")));
            assertThat(features(extractor)).isEqualTo(features(shown(cnn)));
        }
    }

    @Test
    void an_export_of_inception_is_recorded_at_first_use_and_holds_from_then_on() throws IOException {
        Path export = Files.write(folder.resolve("inception_v3.onnx"), NamedCnn.INCEPTION_V3.file(false));
        DjlModelProvider provider = new DjlModelProvider();
        FeatureExtractor byName = provider.open(new ModelRequest("inception_v3", folder));
        assertThat(byName.model().sha256()).isEqualTo(Sha256.of(export));
        assertThat(folder.resolve("inception_v3.onnx.sha256")).hasContent(Sha256.of(export));
        assertThat(provider.open(new ModelRequest(export.toString(), folder))).isEqualTo(byName);
        assertThat(features(byName)).isEqualTo(features(shown(NamedCnn.INCEPTION_V3)));
        Files.write(export, TinyModel.onnx());
        assertThatThrownBy(() -> provider.open(new ModelRequest("inception_v3", folder)))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("model " + export + ": its SHA-256 is " + Sha256.of(export) + " but " + export
                        + ".sha256 was recorded at first use; get the file again, or delete the record to use the new"
                        + " one");
    }

    /** The same network from a file that shows its features itself, so that nothing has to be cut. */
    private FeatureExtractor shown(NamedCnn cnn) throws IOException {
        byte[] file = cnn.file(true);
        ModelCard card = with(cnn.card(), Sha256.of(file), List.of());
        ModelCard showing = new ModelCard(
                "shown_" + card.name(),
                card.file(),
                card.sha256(),
                card.licence(),
                card.origin(),
                card.input(),
                card.normalisation(),
                new ModelCard.Output(cnn.featureTensor(), card.output().dimension()),
                card.facts());
        return DjlFeatureExtractor.of(Files.write(folder.resolve("shown.onnx"), file), showing);
    }

    private static ModelCard with(ModelCard card, String sha256, List<String> sources) {
        ModelCard.Facts facts = card.facts();
        return new ModelCard(
                card.name(),
                card.file(),
                sha256,
                card.licence(),
                card.origin(),
                card.input(),
                card.normalisation(),
                card.output(),
                new ModelCard.Facts(sources, 0, facts.depth(), facts.parameters()));
    }

    private static List<FeatureVector> features(FeatureExtractor extractor) throws IOException {
        List<FeatureRow> rows = new ArrayList<>();
        try (ExtractionSession session = extractor.openSession()) {
            session.extract(IMAGES)
                    .forEach(outcome -> outcome.deliver(rows::add, rejection -> {
                        throw new AssertionError(rejection.toString());
                    }));
        }
        assertThat(rows).extracting(FeatureRow::path).containsExactly("a/0.png", "a/1.png", "a/2.png");
        assertThat(rows).allSatisfy(row -> assertThat(row.vector().dimension()).isEqualTo(extractor.dimension()));
        List<FeatureVector> vectors = rows.stream().map(FeatureRow::vector).toList();
        assertThat(vectors).doesNotHaveDuplicates(); // a network that dies would agree with anything
        return vectors;
    }
}
