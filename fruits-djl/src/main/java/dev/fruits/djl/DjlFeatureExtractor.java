package dev.fruits.djl;

import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.ModelFile;
import dev.fruits.core.feature.ModelId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A CNN in an ONNX file, run by ONNX Runtime through DJL, or in a TorchScript file, run by PyTorch where that engine is
 * on the class path. Sessions of one JVM share one loaded model; each session works
 * in its caller's thread, so as many sessions as cores use the whole machine.
 *
 * @param file the weights, at this path on the machine that opens a session; {@link #withFiles} moves them
 * @param card what the file is; checked against it on every machine before the first image
 */
public record DjlFeatureExtractor(String file, ModelCard card) implements FeatureExtractor {
    /**
     * Takes the card that stands beside the file ({@code mine.card.json} for {@code mine.onnx}), else the bundled card of
     * exactly these weights, else the bundled card for a user's own export of this name ({@code inception_v3.onnx}).
     *
     * @throws WrongUseException if there is no such file or no card, or they do not belong together
     * @throws IOException if the file cannot be read
     */
    public static DjlFeatureExtractor of(Path file) throws IOException {
        return of(file, cardOf(file));
    }

    private static ModelCard cardOf(Path file) throws IOException {
        CardCheck.requireFile(file, "no such file");
        String name = String.valueOf(file.getFileName());
        WeightsKind kind = WeightsKind.of(name)
                .orElseThrow(() -> new WrongUseException("model " + file + ": must end with .onnx or .pt"));
        Path beside = file.resolveSibling(kind.stem(name) + ".card.json");
        if (Files.exists(beside)) {
            byte[] json = Files.readAllBytes(beside);
            return ModelCard.parse(beside.toString(), new String(json, StandardCharsets.UTF_8));
        }
        if (kind == WeightsKind.ONNX) {
            CardCheck.onnx(file);
        }
        String sha256 = Sha256.of(file);
        return BundledCards.first(card -> card.sha256().equals(sha256))
                .or(() -> BundledCards.first(
                        card -> !card.isPinned() && card.file().equals(name)))
                .map(card -> card.pinnedTo(sha256))
                .orElseThrow(() -> new WrongUseException("model " + file + ": no card says what goes in and out; write "
                        + beside.getFileName() + " beside it (see docs/model-cards.md)"));
    }

    /**
     * Checks that the file is what its card says.
     *
     * @throws WrongUseException if it is not; the message names what differs and the remedy
     * @throws IOException if the file cannot be read
     */
    public static DjlFeatureExtractor of(Path file, ModelCard card) throws IOException {
        CardCheck.require(file, card);
        DjlEngine.missing(card.kind()).ifPresent(missing -> {
            throw new WrongUseException("model " + file + ": " + missing);
        });
        return new DjlFeatureExtractor(file.toAbsolutePath().toString(), card);
    }

    @Override
    public ModelId model() {
        return card.id();
    }

    @Override
    public int dimension() {
        return card.output().dimension();
    }

    @Override
    public List<ModelFile> files() {
        return List.of(new ModelFile(file, card.sha256()));
    }

    @Override
    public DjlFeatureExtractor withFiles(Map<String, String> places) {
        return new DjlFeatureExtractor(places.getOrDefault(file, file), card);
    }

    @Override
    public ExtractionSession openSession() throws IOException {
        LoadedModel model = LoadedModel.acquire(Path.of(file), card);
        try {
            return new DjlExtractionSession(model, card);
        } catch (RuntimeException e) {
            model.release();
            throw e;
        }
    }
}
