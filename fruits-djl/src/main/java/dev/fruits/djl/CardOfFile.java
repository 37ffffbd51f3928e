package dev.fruits.djl;

import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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
        return BundledCards.ofWeights(sha256)
                .or(() -> BundledCards.ofOwnExport(fileName).map(card -> card.pinnedTo(sha256)))
                .orElseThrow(() -> new WrongUseException("model " + file + ": no card says what goes in and out; write "
                        + beside.getFileName() + " beside it (see docs/model-cards.md)"));
    }

    private static void requireFile(Path file) {
        if (!Files.exists(file)) {
            throw new WrongUseException("model " + file + ": no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new WrongUseException("model " + file + ": is a folder; give the file of weights in it");
        }
        if (!Files.isReadable(file)) {
            throw new WrongUseException("model " + file + ": may not be read; check its permissions");
        }
    }
}
