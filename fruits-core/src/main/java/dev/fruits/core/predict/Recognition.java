package dev.fruits.core.predict;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.classify.Prediction;
import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.image.EncodedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** A classifier behind its CNN. Used and closed by the thread that opened it. */
public final class Recognition implements AutoCloseable {
    private final FittedClassifier classifier;
    private final FeatureExtractor extractor;
    private final ExtractionSession session;

    private Recognition(FittedClassifier classifier, FeatureExtractor extractor, ExtractionSession session) {
        this.classifier = classifier;
        this.extractor = extractor;
        this.session = session;
    }

    /**
     * Opens the CNN.
     *
     * @param place of the classifier, for messages
     * @throws WrongUseException if the classifier learned from the features of another CNN
     * @throws dev.fruits.core.RunFailedException if the CNN does not load
     * @throws IOException if the CNN's file cannot be read
     */
    public static Recognition open(String place, FittedClassifier classifier, FeatureExtractor extractor)
            throws IOException {
        if (!extractor.model().equals(classifier.model())) {
            throw new WrongUseException("classifier " + place + ": learned from features of "
                    + classifier.model().fingerprint() + ", not of "
                    + extractor.model().fingerprint()
                    + "; pass --model FILE of the former to ./fruits predict, or evaluate again with the latter");
        }
        if (extractor.dimension() != classifier.dimension()) {
            throw new WrongUseException("classifier " + place + ": takes " + classifier.dimension()
                    + " features, but " + extractor.model() + " gives " + extractor.dimension()
                    + "; evaluate again with it");
        }
        return new Recognition(classifier, extractor, extractor.openSession());
    }

    /**
     * Looks at photographs together; one outcome for each, in their order.
     *
     * @throws dev.fruits.core.RunFailedException if the CNN fails; a bad photograph never makes it fail
     */
    public List<Recognised> recognise(List<Photo> photos) {
        Iterator<ExtractionOutcome> outcomes = extracted(photos).iterator();
        List<FeatureVector> vectors = new ArrayList<>();
        List<Function<List<Prediction>, Recognised>> awaiting = new ArrayList<>();
        for (Photo photo : photos) {
            if (photo instanceof Photo.Unreadable unreadable) {
                awaiting.add(predictions -> new Recognised.Unusable(photo.name(), unreadable.rejection()));
            } else {
                outcomes.next()
                        .deliver(
                                row -> {
                                    int place = vectors.size();
                                    vectors.add(row.vector());
                                    awaiting.add(predictions ->
                                            new Recognised.Predicted(photo.name(), predictions.get(place)));
                                },
                                rejection ->
                                        awaiting.add(predictions -> new Recognised.Unusable(photo.name(), rejection)));
            }
        }
        List<Prediction> predictions = classifier.predict(extractor.model(), vectors);
        return awaiting.stream().map(outcome -> outcome.apply(predictions)).toList();
    }

    private List<ExtractionOutcome> extracted(List<Photo> photos) {
        List<EncodedImage> images = photos.stream()
                .filter(Photo.Encoded.class::isInstance)
                .map(photo -> ((Photo.Encoded) photo).image())
                .toList();
        return images.isEmpty() ? List.of() : session.extract(images);
    }

    @Override
    public void close() {
        session.close();
    }
}
