package dev.fruits.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.spi.ModelListing;
import dev.fruits.core.spi.ModelProvider;
import dev.fruits.core.spi.ModelRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DjlModelProviderTest {
    private final DjlModelProvider provider = new DjlModelProvider();

    @TempDir
    Path folder;

    @Test
    void it_is_found_as_a_service() {
        assertThat(ServiceLoader.load(ModelProvider.class)).hasAtLeastOneElementOfType(DjlModelProvider.class);
    }

    @Test
    void the_bundled_models_are_listed_by_name() {
        assertThat(provider.models())
                .extracting(ModelListing::name)
                .containsExactly("fruitnet", "mobilenet_v1", "mobilenet_v2", "mobilenet_v2_035", "squeezenet");
        assertThat(provider.models()).extracting(ModelListing::dimension).containsExactly(256, 1024, 1280, 1280, 512);
        assertThat(provider.models())
                .extracting(ModelListing::input)
                .containsExactly("100x100", "224x224", "224x224", "224x224", "227x227");
        assertThat(provider.models().get(4).file()).isEqualTo("squeezenet_1_1.onnx");
    }

    @Test
    void names_and_onnx_files_are_handled_and_nothing_else() {
        assertThat(provider.handles(request("mobilenet_v2"))).isTrue();
        assertThat(provider.handles(request("some/Where.ONNX"))).isTrue();
        assertThat(provider.handles(request("mobilenet"))).isFalse();
        assertThat(provider.handles(request("model.pt"))).isFalse();
    }

    @Test
    void every_bundled_card_fits_its_weights() throws Exception {
        Path models = Shared.path("models");
        for (ModelListing listing : provider.models()) {
            FeatureExtractor extractor = provider.open(new ModelRequest(
                    listing.name(), listing.bundled() ? folder : models)); // the shared weights stay as they are
            assertThat(extractor.dimension()).isEqualTo(listing.dimension());
            assertThat(extractor.model().name()).isEqualTo(listing.name());
            extractor.openSession().close();
        }
    }

    @Test
    void weights_that_are_not_in_the_cache_are_named_with_the_remedy() {
        assertRefused(
                "mobilenet_v2",
                "model mobilenet_v2: mobilenet_v2.onnx is not in " + folder
                        + "; put it there or pass --model FILE.onnx (see ./fruits models)");
    }

    @Test
    void weights_in_the_cache_must_be_the_very_ones() throws Exception {
        byte[] onnx = TinyModel.onnx();
        Files.write(folder.resolve("mobilenet_v2.onnx"), onnx);
        assertThatThrownBy(() -> provider.open(request("mobilenet_v2")))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("model " + folder.resolve("mobilenet_v2.onnx") + ": its SHA-256 is "
                        + Sha256.of(onnx) + " but the card of mobilenet_v2 says 8068555c");
    }

    @Test
    void a_file_with_a_card_beside_it_opens() throws Exception {
        byte[] onnx = TinyModel.onnx();
        Path file = TinyModel.write(folder, onnx);
        Files.writeString(folder.resolve("tiny.card.json"), TinyModel.json(onnx));
        FeatureExtractor extractor = provider.open(request(file.toString()));
        assertThat(extractor.model().name()).isEqualTo("tiny");
        assertThat(extractor.dimension()).isEqualTo(TinyModel.DIMENSION);
    }

    @Test
    void a_file_that_a_bundled_card_knows_opens_under_any_name() throws Exception {
        Path copy = Files.copy(Shared.path("models/squeezenet_1_1.onnx"), folder.resolve("copy.onnx"));
        assertThat(provider.open(request(copy.toString())).model().name()).isEqualTo("squeezenet");
    }

    @Test
    void a_file_without_a_card_says_what_to_write() throws Exception {
        Path file = TinyModel.write(folder, TinyModel.onnx());
        assertRefused(
                file.toString(),
                "model " + file
                        + ": no card says what goes in and out; write tiny.card.json beside it (see docs/model-cards.md)");
    }

    @Test
    void a_card_that_is_wrong_is_named_with_the_field() throws Exception {
        byte[] onnx = TinyModel.onnx();
        Path file = TinyModel.write(folder, onnx);
        Path card = folder.resolve("tiny.card.json");
        Files.writeString(card, TinyModel.json(onnx).replace("\"width\"", "\"widht\""));
        assertRefused(
                file.toString(),
                card + ": input: unknown field 'widht'; known: [channels, height, layout, tensor, width];"
                        + " see docs/model-cards.md");
    }

    @Test
    void a_file_that_is_not_there_or_is_a_folder_is_named() throws Exception {
        Path absent = folder.resolve("absent.onnx");
        assertRefused(absent.toString(), "model " + absent + ": no such file");
        Path directory = Files.createDirectory(folder.resolve("weights.onnx"));
        assertRefused(directory.toString(), "model " + directory + ": is a folder; give the .onnx file in it");
    }

    @Test
    void an_unknown_name_lists_the_known_ones_and_the_closest() {
        String known = "; known names: fruitnet, mobilenet_v1, mobilenet_v2, mobilenet_v2_035, squeezenet";
        assertRefused(
                "mobilnet_v2",
                "model 'mobilnet_v2': neither a known name nor an .onnx file; did you mean mobilenet_v2?" + known);
        assertRefused("vgg16", "model 'vgg16': neither a known name nor an .onnx file" + known);
    }

    private ModelRequest request(String model) {
        return new ModelRequest(model, folder);
    }

    private void assertRefused(String model, String message) {
        assertThatThrownBy(() -> provider.open(request(model)))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(message);
    }
}
