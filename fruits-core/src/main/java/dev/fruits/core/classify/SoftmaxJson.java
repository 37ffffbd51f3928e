package dev.fruits.core.classify;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.json.Json;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.json.JsonFields;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.sink.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a saved {@link SoftmaxRegression}; documented in {@code docs/classifier-format.md}. */
final class SoftmaxJson {
    static final String WEIGHTS = "weights.json";
    static final String PCA = "pca.json";
    private static final String KIND = "softmax-regression";
    private static final long VERSION = 1;
    private static final String REMEDY = "; copy the whole folder again or train again";

    private SoftmaxJson() {}

    static List<Document> write(SoftmaxRegression classifier) {
        List<Document> documents = new ArrayList<>();
        documents.add(new Document(WEIGHTS, Json.write(weights(classifier))));
        classifier.projection().ifPresent(pca -> documents.add(new Document(PCA, pca.toJson())));
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("format", "fruits-classifier");
        card.put("version", VERSION);
        card.put("kind", KIND);
        card.put("dimension", classifier.dimension());
        card.putAll(CardJson.write(classifier.card()));
        Map<String, Object> digests = new LinkedHashMap<>();
        documents.forEach(document -> digests.put(document.name(), Sha256.of(document.text())));
        card.put("files", digests);
        documents.add(new Document(ClassifierFolder.CARD, Json.write(card)));
        return documents;
    }

    private static Map<String, Object> weights(SoftmaxRegression classifier) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("labels", classifier.labels());
        fields.put("mean", classifier.standardisation().mean());
        fields.put("scale", classifier.standardisation().scale());
        fields.put("bias", classifier.bias());
        fields.put("weights", Arrays.asList(classifier.weights()));
        return fields;
    }

    static SoftmaxRegression read(ClassifierFolder folder) throws IOException {
        String text = folder.read(ClassifierFolder.CARD);
        String name = folder.nameOf(ClassifierFolder.CARD);
        try {
            JsonFields card = JsonFields.parse(name, text);
            requireKind(name, card);
            JsonFields digests = card.object("files");
            Optional<PcaProjection> pca = digests.has(PCA)
                    ? Optional.of(PcaProjection.fromJson(folder.nameOf(PCA), checked(folder, digests, PCA)))
                    : Optional.empty();
            String weights = checked(folder, digests, WEIGHTS);
            return assemble(CardJson.read(card), pca, JsonFields.parse(folder.nameOf(WEIGHTS), weights));
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

    private static String checked(ClassifierFolder folder, JsonFields digests, String file) throws IOException {
        String text = folder.read(file);
        if (!Sha256.of(text).equals(digests.string(file))) {
            throw new WrongUseException(folder.nameOf(file) + ": is not the file that " + ClassifierFolder.CARD
                    + " belongs to (its SHA-256 differs)" + REMEDY);
        }
        return text;
    }

    private static SoftmaxRegression assemble(ClassifierCard card, Optional<PcaProjection> pca, JsonFields weights) {
        if (!weights.list("labels").equals(List.copyOf(card.imagesPerLabel().keySet()))) {
            throw new JsonException(WEIGHTS + ": labels are not those of " + ClassifierFolder.CARD);
        }
        Standardisation standardisation = Standardisation.of(weights.numbers("mean"), weights.numbers("scale"));
        return SoftmaxRegression.of(card, pca, standardisation, weights.rows("weights"), weights.numbers("bias"));
    }
}
