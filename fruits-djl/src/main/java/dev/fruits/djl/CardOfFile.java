package dev.fruits.djl;

import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the card of an ONNX file: the one beside it, else the bundled one of exactly these weights. */
final class CardOfFile {
    private static final String CARD = ".card.json";

    private CardOfFile() {}

    static ModelCard of(Path file) throws IOException {
        requireFile(file);
        String fileName = String.valueOf(file.getFileName());
        Path beside =
                file.resolveSibling(fileName.substring(0, fileName.length() - DjlModelProvider.ONNX.length()) + CARD);
        if (Files.exists(beside)) {
            byte[] json = Files.readAllBytes(beside);
            return ModelCard.parse(beside.toString(), new String(json, StandardCharsets.UTF_8));
        }
        if (OnnxSignature.read(file).isEmpty()) {
            throw new WrongUseException("model " + file + ": " + CardCheck.noOnnx(file));
        }
        return BundledCards.ofWeights(Sha256.of(file))
                .orElseThrow(() -> new WrongUseException("model " + file + ": no card says what goes in and out; write "
                        + beside.getFileName() + " beside it (see docs/model-cards.md)"));
    }

    private static void requireFile(Path file) {
        if (!Files.exists(file)) {
            throw new WrongUseException("model " + file + ": no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new WrongUseException("model " + file + ": is a folder; give the .onnx file in it");
        }
        if (!Files.isReadable(file)) {
            throw new WrongUseException("model " + file + ": may not be read; check its permissions");
        }
    }
}
