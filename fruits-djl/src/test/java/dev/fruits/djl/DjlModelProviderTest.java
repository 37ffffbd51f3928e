package dev.fruits.djl;

import static dev.fruits.core.spi.ModelListing.Kind.BROUGHT;
import static dev.fruits.core.spi.ModelListing.Kind.BUNDLED;
import static dev.fruits.core.spi.ModelListing.Kind.FETCHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.spi.ModelListing;
import dev.fruits.core.spi.ModelProvider;
import dev.fruits.core.spi.ModelRequest;
import dev.fruits.core.spi.PortableModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                .containsExactly(
                        "alexnet",
                        "fruitnet",
                        "inception_v3",
                        "mobilenet_v1",
                        "mobilenet_v2",
                        "mobilenet_v2_035",
                        "resnet18",
                        "resnet50",
                        "squeezenet",
                        "vgg16");
        assertThat(provider.models())
                .extracting(ModelListing::dimension)
                .containsExactly(4096, 256, 2048, 1024, 1280, 1280, 512, 2048, 512, 4096);
        assertThat(provider.models())
                .extracting(ModelListing::input)
                .containsExactly(
                        "224x224", "100x100", "299x299", "224x224", "224x224", "224x224", "224x224", "224x224",
                        "227x227", "224x224");
        assertThat(provider.models())
                .extracting(ModelListing::depth)
                .containsExactly(8, 6, 48, 28, 53, 53, 18, 50, 18, 16);
        assertThat(provider.models())
                .extracting(listing -> listing.weights().kind())
                .containsExactly(
                        FETCHED, BUNDLED, BROUGHT, BROUGHT, BROUGHT, BROUGHT, FETCHED, FETCHED, BROUGHT, FETCHED);
        assertThat(provider.models().get(6).weights())
                .isEqualTo(new ModelListing.Weights(
                        FETCHED, List.of("resnet18-v1-7.onnx", "resnet18-v1-7-4e8f8653e7a2222b.onnx"), 46_820_737));
    }

    @Test
    void names_and_files_of_onnx_and_torchscript_are_handled_and_nothing_else() {
        assertThat(provider.handles(request("mobilenet_v2"))).isTrue();
        assertThat(provider.handles(request("some/Where.ONNX"))).isTrue();
        assertThat(provider.handles(request("mobilenet"))).isFalse();
        assertThat(provider.handles(request("model.pt"))).isTrue();
        assertThat(provider.handles(request(".pt"))).isFalse();
        assertThat(provider.handles(request("model.pth"))).isFalse();
    }

    @Test
    void every_bundled_card_fits_its_weights() throws Exception {
        Path models = Shared.path("models");
        for (ModelListing listing : provider.models()) {
            boolean bundled = listing.weights().kind() == BUNDLED;
            if (!bundled
                    && !Files.exists(models.resolve(listing.weights().files().get(0)))) {
                continue; // checked with weights of the test's own, see NamedCnnTest
            }
            FeatureExtractor extractor = provider.open(
                    new ModelRequest(listing.name(), bundled ? folder : models)); // the shared weights stay as they are
            assertThat(extractor.dimension()).isEqualTo(listing.dimension());
            assertThat(extractor.model().name()).isEqualTo(listing.name());
            extractor.openSession().close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobilenet_v1", "mobilenet_v2", "mobilenet_v2_035", "squeezenet"})
    void depth_and_parameters_of_a_card_are_those_of_its_file(String name) throws Exception {
        ModelCard card = NamedCnn.bundled(name);
        assertFigures(card, Shared.path("models/" + card.file()));
    }

    @Test
    void depth_and_parameters_of_our_own_card_are_those_of_its_file() throws Exception {
        ModelCard card = NamedCnn.bundled("fruitnet");
        assertFigures(
                card,
                BundledWeights.onClassPath()
                        .file(card, new WeightsCache(folder))
                        .orElseThrow());
    }

    private static void assertFigures(ModelCard card, Path file) throws Exception {
        OnnxFigures figures = new OnnxFigures(file);
        assertThat(figures.depth("features") + 1) // and the classifier
                .isEqualTo(card.facts().depth());
        assertThat(figures.parameters("features")).isEqualTo(card.facts().parameters());
    }

    @Test
    void weights_that_are_not_in_the_cache_are_named_with_the_remedy() {
        assertRefused(
                "mobilenet_v2",
                "model mobilenet_v2: mobilenet_v2.onnx is not in " + folder
                        + "; put it there or pass --model FILE.onnx (see ./fruits models)");
    }

    @Test
    void weights_that_everybody_exports_are_named_with_the_recipe() {
        assertRefused(
                "inception_v3",
                "model inception_v3: inception_v3.onnx is not in " + folder
                        + "; export it as docs/cnns.md says, and put it there or pass --model FILE.onnx (see ./fruits"
                        + " models)");
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
                card + ": input: unknown field 'widht'; known: [batch, channels, height, layout, tensor, width];"
                        + " see docs/model-cards.md");
    }

    @Test
    void a_file_that_is_not_there_or_is_a_folder_is_named() throws Exception {
        Path absent = folder.resolve("absent.onnx");
        assertRefused(absent.toString(), "model " + absent + ": no such file");
        Path directory = Files.createDirectory(folder.resolve("weights.onnx"));
        assertRefused(directory.toString(), "model " + directory + ": is a folder; give the file of weights in it");
    }

    @Test
    void an_unknown_name_lists_the_known_ones_and_the_closest() {
        String known = "; known names: alexnet, fruitnet, inception_v3, mobilenet_v1, mobilenet_v2, mobilenet_v2_035,"
                + " resnet18, resnet50, squeezenet, vgg16";
        assertRefused(
                "mobilnet_v2",
                "model 'mobilnet_v2': neither a known name nor an .onnx or .pt file; did you mean mobilenet_v2?"
                        + known);
        assertRefused("densenet", "model 'densenet': neither a known name nor an .onnx or .pt file" + known);
    }

    @Test
    void torchscript_without_pytorch_says_what_to_add() throws Exception {
        Path file = folder.resolve("traced.pt");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("traced/code/__torch__.py"));
        }
        String card = TinyModel.json(Files.readAllBytes(file)).replace("tiny.onnx", "traced.pt");
        Files.writeString(folder.resolve("traced.card.json"), card);
        assertRefused(
                file.toString(),
                "model " + file + ": a .pt file needs DJL's PyTorch engine; add ai.djl.pytorch:pytorch-engine,"
                        + " pytorch-jni and pytorch-native-cpu to the class path, or export the model as .onnx");
    }

    @Test
    void a_file_that_is_no_torchscript_is_refused() throws Exception {
        Path file = Files.writeString(folder.resolve("traced.pt"), "weights of another kind");
        String card = TinyModel.json(Files.readAllBytes(file)).replace("tiny.onnx", "traced.pt");
        Files.writeString(folder.resolve("traced.card.json"), card);
        assertRefused(
                file.toString(),
                "model " + file + ": is no TorchScript file, or a truncated one (23 bytes); save it with"
                        + " torch.jit.trace(…).save(…), not with torch.save");
    }

    private ModelRequest request(String model) {
        return new ModelRequest(model, folder);
    }

    @Test
    void what_another_machine_needs_gives_the_same_model_there() throws Exception {
        byte[] onnx = TinyModel.onnx();
        ModelCard mine = ModelCard.parse(
                "mine",
                TinyModel.json(onnx).replace("RGB", "BGR").replace("[127.5, 127.5, 127.5]", "[0.1, 103.939, 1e-3]"));
        for (ModelCard card : List.of(mine, mine.pinnedTo(""))) { // fetched or bundled elsewhere, and exported
            TinyModel.write(folder, onnx);
            DjlModelProvider here = new DjlModelProvider(List.of(card), BundledWeights.onClassPath());

            PortableModel portable =
                    here.portable(new ModelRequest("tiny", folder)).orElseThrow();

            Path there = Files.createTempDirectory(folder, "there");
            Path weights = Files.copy(portable.weights(), there.resolve(portable.weightsName()));
            Files.copy(portable.card(), there.resolve(portable.cardName()));
            assertThat(provider.open(new ModelRequest(weights.toString(), there))
                            .model())
                    .isEqualTo(here.open(new ModelRequest("tiny", folder)).model());
        }
    }

    @Test
    void a_bundled_model_needs_nothing_elsewhere_and_one_that_is_not_here_is_refused() throws Exception {
        assertThat(provider.portable(new ModelRequest("fruitnet", folder))).isEmpty();
        assertThatThrownBy(() -> provider.portable(new ModelRequest("mobilenet_v1", folder)))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("model mobilenet_v1: mobilenet_v1.onnx is not in " + folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alexnet", "fruitnet", "inception_v3", "mobilenet_v2", "resnet50", "squeezenet"})
    void a_card_that_is_written_is_read_as_the_same(String name) {
        ModelCard card = NamedCnn.bundled(name);

        assertThat(CardJson.parseBundled(name, CardJson.text(card))).isEqualTo(card);
    }

    private void assertRefused(String model, String message) {
        assertThatThrownBy(() -> provider.open(request(model)))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(message);
    }
}
