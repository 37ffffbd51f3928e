package dev.fruits.djl;

import ai.djl.inference.Predictor;
import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.image.ImageDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Decodes, resizes, normalises and runs the CNN, all in the caller's thread. */
final class DjlExtractionSession implements ExtractionSession {
    /** Larger batches are cut: they would be no faster, and their pixels would not fit the direct memory. */
    private static final int MAX_CNN_BATCH = 32;

    private final LoadedModel model;
    private final Predictor<PixelBatch, List<FeatureVector>> predictor;
    private final ImageDecoder decoder = new ImageDecoder();
    private final PixelBatch pixels;
    private final int cnnBatch;
    private boolean closed;

    /** Takes over one use of the model. */
    DjlExtractionSession(LoadedModel model, ModelCard card) {
        this.model = model;
        predictor = model.newPredictor();
        pixels = new PixelBatch(card);
        cnnBatch = card.input().batch() == 0 ? MAX_CNN_BATCH : card.input().batch();
    }

    @Override
    public List<ExtractionOutcome> extract(List<EncodedImage> batch) {
        if (closed) {
            throw new IllegalStateException("this extraction session is closed; open another");
        }
        List<ExtractionOutcome> outcomes = new ArrayList<>(batch.size());
        for (int start = 0; start < batch.size(); start += cnnBatch) {
            outcomes.addAll(run(batch.subList(start, Math.min(batch.size(), start + cnnBatch))));
        }
        return outcomes;
    }

    private List<ExtractionOutcome> run(List<EncodedImage> images) {
        pixels.begin(images.size());
        List<Function<List<FeatureVector>, ExtractionOutcome>> awaiting =
                images.stream().map(this::prepare).toList();
        List<FeatureVector> features = pixels.count() == 0 ? List.of() : model.predict(predictor, pixels);
        return awaiting.stream().map(outcome -> outcome.apply(features)).toList();
    }

    /** Adds an image's pixels to the batch, if it has any; the outcome follows from the features of the batch. */
    private Function<List<FeatureVector>, ExtractionOutcome> prepare(EncodedImage image) {
        try {
            int place = pixels.add(decoder.decode(image));
            return features -> ExtractionOutcome.of(image.ref(), features.get(place));
        } catch (ImageRejectedException rejected) {
            return features -> ExtractionOutcome.of(rejected.rejection());
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            predictor.close();
            decoder.close();
            model.release();
        }
    }
}
