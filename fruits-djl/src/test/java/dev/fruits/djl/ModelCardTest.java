package dev.fruits.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.ModelId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCardTest {
    private static final String JSON = TinyModel.json(new byte[] {1});

    @Test
    void every_field_is_read() {
        ModelCard card = ModelCard.parse("tiny.card.json", JSON);
        assertThat(card.name()).isEqualTo("tiny");
        assertThat(card.file()).isEqualTo("tiny.onnx");
        assertThat(card.sha256()).isEqualTo(Sha256.of(new byte[] {1}));
        assertThat(card.licence()).isEqualTo("Apache-2.0");
        assertThat(card.origin()).isEqualTo("written by the test");
        assertThat(card.input()).isEqualTo(new ModelCard.Input("pixels", 20, 12, ChannelOrder.RGB, 0));
        assertThat(card.normalisation().mean()).isEqualTo(List.of(127.5, 127.5, 127.5));
        assertThat(card.output()).isEqualTo(new ModelCard.Output("features", 4));
    }

    @Test
    void normalisation_subtracts_then_divides() {
        Normalisation normalisation = new Normalisation(List.of(127.5, 0.0, 100.0), List.of(127.5, 1.0, 2.0));
        assertThat(normalisation.table(0)).startsWith(-1f).endsWith(1f).hasSize(256);
        assertThat(normalisation.table(1)[77]).isEqualTo(77f);
        assertThat(normalisation.table(2)[50]).isEqualTo(-25f);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"licence\"         | \"license\"       | unknown field 'license'",
                "\"name\": \"tiny\", |                   | field 'name' is missing",
                "\"width\": 20       | \"width\": 0      | input of 0x12: sides must be 1 to 4096",
                "\"width\": 20       | \"width\": 9e9    | 'width' must be a whole number",
                "\"width\": 20       | \"width\": 4294967316 | sides must be 1 to 4096",
                "\"NCHW\"            | \"NHWC\"          | layout 'NHWC': must be NCHW",
                "\"RGB\"             | \"RBG\"           | channels 'RBG': must be RGB or BGR",
                "pillow-bicubic      | bilinear          | resampling 'bilinear': must be pillow-bicubic",
                "\"std\": [127.5,    | \"std\": [0,      | 'std' not 0",
                "\"std\": [127.5,    | \"std\": [        | three numbers each",
                "\"dimension\": 4    | \"dimension\": 0  | dimension 0: must be at least 1",
                "tiny.onnx           | a/tiny.onnx       | file 'a/tiny.onnx': must be a file name",
                "\"sha256\": \"      | \"sha256\": \"A   | must be 64 hexadecimal digits in lower case"
            })
    void what_is_wrong_is_named(String part, String replacement, String message) {
        String json = JSON.replace(part, replacement == null ? "" : replacement);
        assertThat(json).isNotEqualTo(JSON);
        assertThatThrownBy(() -> ModelCard.parse("tiny.card.json", json))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("tiny.card.json: ")
                .hasMessageContaining(message)
                .hasMessageEndingWith("; see docs/model-cards.md");
    }

    @Test
    void whatever_changes_features_changes_the_identity() {
        ModelId id = ModelCard.parse("a", JSON).id();
        assertThat(ModelCard.parse("b", JSON).id()).isEqualTo(id);
        assertThat(ModelCard.parse("a", JSON.replace("Apache-2.0", "MIT")).id()).isEqualTo(id);
        for (String change : List.of("RGB→BGR", "127.5]→1]", "\"width\": 20→\"width\": 30", "\"features\"→\"other\"")) {
            String[] parts = change.split("→", -1);
            assertThat(ModelCard.parse("a", JSON.replace(parts[0], parts[1])).id())
                    .as(change)
                    .isNotEqualTo(id);
        }
    }
}
