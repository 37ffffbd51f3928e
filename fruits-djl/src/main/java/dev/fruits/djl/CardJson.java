package dev.fruits.djl;

import static dev.fruits.djl.ModelCard.require;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.json.Json;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.json.JsonFields;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The JSON of a {@link ModelCard}. */
final class CardJson {
    private CardJson() {}

    /** A card of one file: it names its SHA-256. */
    static ModelCard parse(String source, String json) {
        ModelCard card = parseBundled(source, json);
        require(card.isPinned(), source + ": field 'sha256' is missing; see docs/model-cards.md");
        return card;
    }

    /** A card that may leave the SHA-256 open. */
    static ModelCard parseBundled(String source, String json) {
        try {
            return card(only(Card.class, JsonFields.parse(source, json)));
        } catch (JsonException e) {
            throw new WrongUseException(e.getMessage() + "; see docs/model-cards.md", e);
        } catch (WrongUseException e) {
            throw new WrongUseException(source + ": " + e.getMessage() + "; see docs/model-cards.md", e);
        }
    }

    /** A text that {@link #parseBundled} makes an equal card of. */
    static String text(ModelCard card) {
        ModelCard.Input input = card.input();
        return Json.write(new Card(
                card.name(),
                card.file(),
                card.isPinned() ? card.sha256() : null,
                card.licence(),
                card.origin(),
                new Input(
                        input.tensor(),
                        input.width(),
                        input.height(),
                        "NCHW",
                        input.channels().name(),
                        input.batch()),
                card.normalisation(),
                ModelCard.RESAMPLING,
                card.output(),
                card.facts().sources(),
                card.facts().bytes(),
                card.facts().depth(),
                card.facts().parameters()));
    }

    private record Card(
            String name,
            String file,
            @Nullable String sha256,
            String licence,
            String origin,
            Input input,
            Normalisation normalisation,
            String resampling,
            ModelCard.Output output,
            List<String> sources,
            long bytes,
            int depth,
            long parameters) {}

    private record Input(String tensor, int width, int height, String layout, String channels, int batch) {}

    /** Refuses fields that are no components of the record. */
    private static JsonFields only(Class<? extends Record> known, JsonFields fields) {
        return fields.only(Stream.of(known.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet()));
    }

    private static ModelCard card(JsonFields card) {
        require(
                card.string("resampling").equals(ModelCard.RESAMPLING),
                "resampling '" + card.string("resampling") + "': must be " + ModelCard.RESAMPLING);
        JsonFields output = only(ModelCard.Output.class, card.object("output"));
        return new ModelCard(
                card.string("name"),
                card.string("file"),
                card.string("sha256", ""),
                card.string("licence"),
                card.string("origin"),
                input(only(Input.class, card.object("input"))),
                Normalisation.parse(only(Normalisation.class, card.object("normalisation"))),
                new ModelCard.Output(output.string("tensor"), bounded(output.integer("dimension"))),
                facts(card));
    }

    private static ModelCard.Input input(JsonFields input) {
        require(
                input.string("layout").equals("NCHW"),
                "input layout '" + input.string("layout") + "': must be NCHW; export the model with channels first");
        return new ModelCard.Input(
                input.string("tensor"),
                bounded(input.integer("width")),
                bounded(input.integer("height")),
                ChannelOrder.parse(input.string("channels")),
                bounded(optional(input, "batch")));
    }

    private static ModelCard.Facts facts(JsonFields card) {
        List<String> sources = card.has("sources")
                ? card.list("sources").stream().map(String::valueOf).toList()
                : List.of();
        return new ModelCard.Facts(
                sources, optional(card, "bytes"), bounded(optional(card, "depth")), optional(card, "parameters"));
    }

    private static long optional(JsonFields fields, String field) {
        return fields.has(field) ? fields.integer(field) : 0;
    }

    private static int bounded(long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }
}
