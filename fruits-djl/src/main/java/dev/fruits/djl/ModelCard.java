package dev.fruits.djl;

import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.ModelId;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What must be known of a file of weights to compute features with it; {@code docs/model-cards.md} describes its JSON.
 *
 * @param name of the model, {@code mobilenet_v2}
 * @param file name of the weights' file, {@code mobilenet_v2.onnx}
 * @param sha256 of that file, 64 hexadecimal digits in lower case; empty where everybody exports a file of their own
 * @param licence of the weights
 * @param origin where the weights come from
 * @param input what goes in
 * @param normalisation from samples to what goes in
 * @param output what comes out
 * @param facts what need not be known to compute features
 */
public record ModelCard(
        String name,
        String file,
        String sha256,
        String licence,
        String origin,
        Input input,
        Normalisation normalisation,
        Output output,
        Facts facts)
        implements Serializable {

    /** The one resampling there is: {@link dev.fruits.image.BicubicResampler}. */
    static final String RESAMPLING = "pillow-bicubic";

    /** Part of every preprocessing digest; to be raised when the same card begins to give other pixels. */
    private static final String PIXELS_VERSION = "1";

    private static final int MAX_SIDE = 4096;

    public ModelCard {
        require(!name.isBlank(), "model card: 'name' must not be empty");
        String card = "model card " + name;
        require(
                WeightsKind.of(file).isPresent() && !file.matches(".*[/\\\\].*"),
                card + ": file '" + file + "': must be a file name ending with .onnx or .pt");
        require(
                sha256.isEmpty() || sha256.matches("[0-9a-f]{64}"),
                card + ": sha256 '" + sha256 + "': must be 64 hexadecimal digits in lower case");
        require(
                isSide(input.width()) && isSide(input.height()),
                card + ": input of " + input.size() + ": sides must be 1 to " + MAX_SIDE);
        require(
                input.batch() == 0 || input.batch() == 1,
                card + ": input batch " + input.batch() + ": must be 1, or left out where any number goes in");
        require(output.dimension() >= 1, card + ": dimension " + output.dimension() + ": must be at least 1");
    }

    /**
     * The input tensor: 32-bit floats, layout NCHW.
     *
     * @param tensor its name in the file
     * @param width in pixels
     * @param height in pixels
     * @param channels the order of the colours
     * @param batch 1 where the file takes one image at a time, 0 where it takes any number
     */
    public record Input(String tensor, int width, int height, ChannelOrder channels, int batch)
            implements Serializable {
        /** Everything of it that changes features. */
        private String identity() {
            return "Input[tensor=" + tensor + ", width=" + width + ", height=" + height + ", channels=" + channels
                    + "]";
        }

        /** {@code 224x224}. */
        String size() {
            return width + "x" + height;
        }
    }

    /**
     * The output tensor: 32-bit floats, one row of {@code dimension} for each image.
     *
     * @param tensor its name in the file, be it an output or an inner tensor; {@value #BEFORE_LAST_DENSE} is what goes
     *     into the last dense layer
     * @param dimension features per image
     */
    public record Output(String tensor, int dimension) implements Serializable {
        static final String BEFORE_LAST_DENSE = "@before-last-dense";
    }

    /**
     * What people compare and where the weights are published.
     *
     * @param sources http or https addresses of the file, tried one after the other
     * @param bytes size of the file; 0 where it is not known
     * @param depth layers with weights on the longest path, the classifier among them; 0 where it is not known
     * @param parameters weights that the features depend on; 0 where their number is not known
     */
    public record Facts(List<String> sources, long bytes, int depth, long parameters) implements Serializable {
        public Facts {
            sources = List.copyOf(sources);
            require(
                    sources.stream().allMatch(source -> source.matches("https?://\\S+")),
                    "sources " + sources + ": must be http or https addresses");
            require(bytes >= 0 && depth >= 0 && parameters >= 0, "bytes, depth and parameters must not be negative");
        }
    }

    /**
     * Reads the JSON of a card.
     *
     * @param source of the text, for messages
     * @throws WrongUseException if it is no card; the message names the source, the field and what is expected
     */
    public static ModelCard parse(String source, String json) {
        return CardJson.parse(source, json);
    }

    WeightsKind kind() {
        return WeightsKind.of(file).orElseThrow();
    }

    /** Whether it is known which file it is, to the byte. */
    boolean isPinned() {
        return !sha256.isEmpty();
    }

    /** The same card for a file with this SHA-256. */
    ModelCard pinnedTo(String sha) {
        return new ModelCard(name, file, sha, licence, origin, input, normalisation, output, facts);
    }

    /** Name, weights and everything else that changes features. */
    ModelId id() {
        String everything = String.join(
                "\n", PIXELS_VERSION, RESAMPLING, input.identity(), normalisation.toString(), output.toString());
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
