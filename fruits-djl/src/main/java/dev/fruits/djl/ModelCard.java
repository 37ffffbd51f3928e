package dev.fruits.djl;

import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.json.JsonFields;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What must be known of an ONNX file to compute features with it; {@code docs/model-cards.md} describes its JSON.
 *
 * @param name of the model, {@code mobilenet_v2}
 * @param file name of the weights' file, {@code mobilenet_v2.onnx}
 * @param sha256 of that file, 64 hexadecimal digits in lower case
 * @param licence of the weights
 * @param origin where the weights come from
 * @param input what goes in
 * @param normalisation from samples to what goes in
 * @param output what comes out
 */
public record ModelCard(
        String name,
        String file,
        String sha256,
        String licence,
        String origin,
        Input input,
        Normalisation normalisation,
        Output output)
        implements Serializable {

    /** The one resampling there is: {@link dev.fruits.core.pixel.BicubicResampler}. */
    static final String RESAMPLING = "pillow-bicubic";

    /** Part of every preprocessing digest; to be raised when the same card begins to give other pixels. */
    private static final String PIXELS_VERSION = "1";

    private static final int MAX_SIDE = 4096;

    public ModelCard {
        require(!name.isBlank(), "model card: 'name' must not be empty");
        String card = "model card " + name;
        require(
                file.matches("[^/\\\\]+\\.onnx"),
                card + ": file '" + file + "': must be a file name ending with .onnx");
        require(
                sha256.matches("[0-9a-f]{64}"),
                card + ": sha256 '" + sha256 + "': must be 64 hexadecimal digits in lower case");
        require(
                isSide(input.width()) && isSide(input.height()),
                card + ": input of " + input.size() + ": sides must be 1 to " + MAX_SIDE);
        require(output.dimension() >= 1, card + ": dimension " + output.dimension() + ": must be at least 1");
    }

    /**
     * The input tensor: 32-bit floats, layout NCHW.
     *
     * @param tensor its name in the file
     * @param width in pixels
     * @param height in pixels
     * @param channels the order of the colours
     */
    public record Input(String tensor, int width, int height, ChannelOrder channels) implements Serializable {
        /** {@code 224x224}. */
        String size() {
            return width + "x" + height;
        }
    }

    /**
     * The output tensor: 32-bit floats, one row of {@code dimension} for each image.
     *
     * @param tensor its name in the file
     * @param dimension features per image
     */
    public record Output(String tensor, int dimension) implements Serializable {}

    /**
     * Reads the JSON of a card.
     *
     * @param source of the text, for messages
     * @throws WrongUseException if it is no card; the message names the source, the field and what is expected
     */
    public static ModelCard parse(String source, String json) {
        try {
            return parse(JsonFields.parse(source, json)
                    .only(Set.of(
                            "name",
                            "file",
                            "sha256",
                            "licence",
                            "origin",
                            "input",
                            "normalisation",
                            "resampling",
                            "output")));
        } catch (JsonException e) {
            throw new WrongUseException(e.getMessage() + "; see docs/model-cards.md", e);
        } catch (WrongUseException e) {
            throw new WrongUseException(source + ": " + e.getMessage() + "; see docs/model-cards.md", e);
        }
    }

    private static ModelCard parse(JsonFields card) {
        require(
                card.string("resampling").equals(RESAMPLING),
                "resampling '" + card.string("resampling") + "': must be " + RESAMPLING);
        return new ModelCard(
                card.string("name"),
                card.string("file"),
                card.string("sha256"),
                card.string("licence"),
                card.string("origin"),
                input(card.object("input").only(Set.of("tensor", "width", "height", "layout", "channels"))),
                Normalisation.parse(card.object("normalisation").only(Set.of("mean", "std"))),
                output(card.object("output").only(Set.of("tensor", "dimension"))));
    }

    private static Input input(JsonFields input) {
        require(
                input.string("layout").equals("NCHW"),
                "input layout '" + input.string("layout") + "': must be NCHW; export the model with channels first");
        return new Input(
                input.string("tensor"),
                (int) Math.min(Integer.MAX_VALUE, input.integer("width")),
                (int) Math.min(Integer.MAX_VALUE, input.integer("height")),
                ChannelOrder.parse(input.string("channels")));
    }

    private static Output output(JsonFields output) {
        return new Output(output.string("tensor"), (int) Math.min(Integer.MAX_VALUE, output.integer("dimension")));
    }

    /** Name, weights and everything else that changes features. */
    ModelId id() {
        String everything = String.join(
                "\n", PIXELS_VERSION, RESAMPLING, input.toString(), normalisation.toString(), output.toString());
        String digest = Sha256.of(everything.getBytes(StandardCharsets.UTF_8));
        return new ModelId(name, sha256, digest.substring(0, 16));
    }

    private static boolean isSide(int pixels) {
        return pixels >= 1 && pixels <= MAX_SIDE;
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new WrongUseException(otherwise);
        }
    }
}
