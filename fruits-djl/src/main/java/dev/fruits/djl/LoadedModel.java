package dev.fruits.djl;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import dev.fruits.core.Failures;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.image.RgbImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A model in memory, shared by all sessions of this JVM. It stays when its last session closes, so that partitions one
 * after the other do not load it again, and goes when another model is wanted and nobody uses this one.
 */
final class LoadedModel {
    /** Guarded by the class. */
    private static final Map<ModelCard, LoadedModel> LOADED = new HashMap<>();

    private final ModelCard card;
    private final String tensor;
    private final Model model;
    private int sessions;

    private LoadedModel(ModelCard card, String tensor, Model model) {
        this.card = card;
        this.tensor = tensor;
        this.model = model;
    }

    /**
     * The model for one more session; to be given back by {@link #release}.
     *
     * @throws RunFailedException if the file is not what the card says, or does not load
     * @throws IOException if the file cannot be read
     */
    static synchronized LoadedModel acquire(Path file, ModelCard card) throws IOException {
        LoadedModel loaded = LOADED.get(card);
        if (loaded == null) {
            closeUnused();
            loaded = load(file, card);
            LOADED.put(card, loaded);
        }
        loaded.sessions++;
        return loaded;
    }

    void release() {
        synchronized (LoadedModel.class) {
            sessions--;
        }
    }

    /** How many models this JVM holds, used or not. */
    static synchronized int count() {
        return LOADED.size();
    }

    /** Arrays that outlived their batch: always 0 between batches, or memory leaks. */
    int arraysLeft() {
        return model.getNDManager().getManagedArrays().size();
    }

    private static void closeUnused() {
        LOADED.values().removeIf(loaded -> {
            if (loaded.sessions == 0) {
                loaded.model.close();
            }
            return loaded.sessions == 0;
        });
    }

    private static LoadedModel load(Path file, ModelCard card) throws IOException {
        try {
            CardCheck.require(file, card);
        } catch (WrongUseException e) { // checked once more on each machine, where it is no mistake in the command
            throw new RunFailedException(String.valueOf(e.getMessage()));
        }
        LoadedModel loaded = card.kind() == WeightsKind.ONNX ? ofOnnx(file, card) : ofTorchScript(file, card);
        try {
            loaded.tryOut();
        } catch (RuntimeException e) {
            loaded.model.close();
            throw e;
        }
        return loaded;
    }

    private static LoadedModel ofOnnx(Path file, ModelCard card) throws IOException {
        OnnxSignature signature = OnnxSignature.read(file).orElseThrow();
        String tensor = signature.resolve(card.output()).orElseThrow();
        Function<Path, Model> load = weights -> DjlEngine.load(file.toString(), weights, card.kind());
        Model model =
                signature.outputs().containsKey(tensor) ? load.apply(file) : FeatureCut.exposed(file, tensor, load);
        return new LoadedModel(card, tensor, model);
    }

    /** Its outputs have no names: the first one counts. */
    private static LoadedModel ofTorchScript(Path file, ModelCard card) {
        return new LoadedModel(card, card.output().tensor(), DjlEngine.load(file.toString(), file, card.kind()));
    }

    /** Runs one black image, so that shapes that the file leaves open are known before the first image. */
    private void tryOut() {
        int width = card.input().width();
        int height = card.input().height();
        PixelBatch black = new PixelBatch(card);
        black.begin(1);
        black.add(RgbImage.of(width, height, new byte[3 * width * height]));
        try (Predictor<PixelBatch, List<FeatureVector>> predictor = newPredictor()) {
            predict(predictor, black);
        }
    }

    Predictor<PixelBatch, List<FeatureVector>> newPredictor() {
        return model.newPredictor(new BatchTranslator(card, tensor));
    }

    /** Runs the CNN; fails as a whole if the engine does. */
    List<FeatureVector> predict(Predictor<PixelBatch, List<FeatureVector>> predictor, PixelBatch batch) {
        try {
            return predictor.predict(batch);
        } catch (ai.djl.translate.TranslateException | RuntimeException e) {
            if (e.getCause() instanceof RunFailedException cause) {
                throw cause;
            }
            throw new RunFailedException(
                    "model " + card.name() + ": the CNN failed on " + batch.count() + " images: "
                            + Failures.rootReason(e) + "; try a smaller --batch or more memory",
                    e);
        }
    }
}
