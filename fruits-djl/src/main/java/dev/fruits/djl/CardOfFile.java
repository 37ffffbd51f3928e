package dev.fruits.djl;

import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the card of a file: the one beside it, else the bundled one of exactly these weights, else the bundled one for an
 * export of this name.
 */
final class CardOfFile {
    private static final String CARD = ".card.json";

    private CardOfFile() {}

    static ModelCard of(Path file) throws IOException {
        requireFile(file);
        String fileName = String.valueOf(file.getFileName());
        WeightsKind kind = WeightsKind.of(fileName)
                .orElseThrow(() -> new WrongUseException("model " + file + ": must end with .onnx or .pt"));
        Path beside = file.resolveSibling(kind.stem(fileName) + CARD);
        if (Files.exists(beside)) {
            byte[] json = Files.readAllBytes(beside);
            return ModelCard.parse(beside.toString(), new String(json, StandardCharsets.UTF_8));
        }
        if (kind == WeightsKind.ONNX && OnnxSignature.read(file).isEmpty()) {
            throw new WrongUseException("model " + file + ": " + CardCheck.noOnnx(file));
        }
        String sha256 = Sha256.of(file);
        return bundled(card -> card.sha256().equals(sha256))
                .or(() -> bundled(card -> !card.isPinned() && card.file().equals(fileName)))
                .map(card -> card.pinnedTo(sha256))
                .orElseThrow(() -> new WrongUseException("model " + file + ": no card says what goes in and out; write "
                        + beside.getFileName() + " beside it (see docs/model-cards.md)"));
    }

    private static Optional<ModelCard> bundled(Predicate<ModelCard> condition) {
        return BundledCards.all().stream().filter(condition).findFirst();
    }

    private static void requireFile(Path file) {
        String problem = Files.exists(file) ? CardCheck.fileProblem(file) : "no such file";
        if (problem != null) {
            throw new WrongUseException("model " + file + ": " + problem);
        }
    }
}
