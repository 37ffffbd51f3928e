package dev.fruits.core.classify;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.json.Json;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.json.JsonFields;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.sink.Document;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of a saved {@link SoftmaxRegression}; documented in {@code docs/classifier-format.md}. */
final class SoftmaxJson {
    static final String WEIGHTS = "weights.json";
    static final String PCA = "pca.json";
    private static final String KIND = "softmax-regression";
    private static final long VERSION = 1;
    private static final String REMEDY = "; copy the whole folder again or train again";

    private SoftmaxJson() {}

    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    private record Weights(List<String> labels, double[] mean, double[] scale, double[] bias, List<double[]> weights) {}

    static List<Document> write(SoftmaxRegression classifier) {
        Weights weights = new Weights(
                classifier.labels(),
                classifier.standardisation().mean(),
                classifier.standardisation().scale(),
                classifier.bias(),
                List.of(classifier.weights()));
        List<Document> documents = new ArrayList<>();
        documents.add(new Document(WEIGHTS, Json.write(weights)));
        classifier.projection().ifPresent(pca -> documents.add(new Document(PCA, pca.toJson())));
        Map<String, String> digests = new LinkedHashMap<>();
        documents.forEach(document -> digests.put(document.name(), Sha256.of(document.text())));
        Map<String, @Nullable Object> card = new LinkedHashMap<>();
        card.put("format", "fruits-classifier");
        card.put("version", VERSION);
        card.put("kind", KIND);
        card.put("dimension", classifier.dimension());
        card.putAll(Json.fields(classifier.card()));
        card.put("files", digests);
        documents.add(new Document(ClassifierFiles.CARD, Json.write(card)));
        return documents;
    }

    static SoftmaxRegression read(ClassifierFiles files) throws IOException {
        String text = files.read(ClassifierFiles.CARD);
        String name = files.nameOf(ClassifierFiles.CARD);
        try {
            JsonFields card = JsonFields.parse(name, text);
            requireKind(name, card);
            JsonFields digests = card.object("files");
            Optional<PcaProjection> pca = digests.has(PCA)
                    ? Optional.of(PcaProjection.fromJson(files.nameOf(PCA), checked(files, digests, PCA)))
                    : Optional.empty();
            String weights = checked(files, digests, WEIGHTS);
            return assemble(card(card), pca, JsonFields.parse(files.nameOf(WEIGHTS), weights));
        } catch (JsonException e) {
            throw new WrongUseException(e.getMessage() + REMEDY, e);
        } catch (RunFailedException | IllegalArgumentException e) {
            throw new WrongUseException(name + ": " + e.getMessage() + REMEDY, e);
        }
    }

    private static void requireKind(String name, JsonFields card) {
        String kind = card.string("kind", "");
        long version = card.has("version") ? card.integer("version") : 0;
        if (!kind.equals(KIND) || version != VERSION) {
            throw new WrongUseException(name + ": kind '" + kind + "' version " + version + " is not known, only "
                    + KIND + " version " + VERSION + REMEDY);
        }
    }

    private static String checked(ClassifierFiles files, JsonFields digests, String file) throws IOException {
        String text = files.read(file);
        if (!Sha256.of(text).equals(digests.string(file))) {
            throw new WrongUseException(files.nameOf(file) + ": is not the file that " + ClassifierFiles.CARD
                    + " belongs to (its SHA-256 differs)" + REMEDY);
        }
        return text;
    }

    private static ClassifierCard card(JsonFields fields) {
        JsonFields counts = fields.object("images_per_label");
        SortedMap<String, Long> imagesPerLabel = new TreeMap<>();
        counts.names().forEach(label -> imagesPerLabel.put(label, counts.integer(label)));
        return new ClassifierCard(
                fields.string("classifier"),
                fields.string("library"),
                texts(fields.object("hyper_parameters")),
                ModelId.of(fields.object("model")),
                fields.string("images"),
                instant(fields.string("fitted")),
                imagesPerLabel,
                texts(fields.object("host")));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new JsonException("'fitted' must be a time as 2026-11-01T00:00:00Z but is " + text);
        }
    }

    private static Map<String, String> texts(JsonFields fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.names().forEach(name -> texts.put(name, fields.string(name)));
        return texts;
    }

    private static SoftmaxRegression assemble(ClassifierCard card, Optional<PcaProjection> pca, JsonFields weights) {
        if (!weights.list("labels").equals(List.copyOf(card.imagesPerLabel().keySet()))) {
            throw new JsonException(WEIGHTS + ": labels are not those of " + ClassifierFiles.CARD);
        }
        Standardisation standardisation = Standardisation.of(weights.numbers("mean"), weights.numbers("scale"));
        return SoftmaxRegression.of(card, pca, standardisation, weights.rows("weights"), weights.numbers("bias"));
    }
}
