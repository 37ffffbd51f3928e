package dev.fruits.cli.predict;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.classify.Prediction;
import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageRejectedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
     * @throws IOException if the CNN's file cannot be read
     */
    public static Recognition open(Path place, FittedClassifier classifier, FeatureExtractor extractor)
            throws IOException {
        if (!extractor.model().equals(classifier.model())) {
            throw new WrongUseException("classifier " + place + ": learned from features of "
                    + classifier.model().fingerprint() + ", not of "
                    + extractor.model().fingerprint()
                    + "; pass --model FILE of the former, or evaluate again with the latter");
        }
        if (extractor.dimension() != classifier.dimension()) {
            throw new WrongUseException("classifier " + place + ": takes " + classifier.dimension()
                    + " features, but " + extractor.model() + " gives " + extractor.dimension()
                    + "; evaluate again with it");
        }
        return new Recognition(classifier, extractor, extractor.openSession());
    }

    /** Looks at photographs together; one outcome for each, in their order. */
    public List<Recognised> recognise(List<Path> photos) {
        Map<String, Path> byName = new LinkedHashMap<>();
        Map<String, Recognised> outcomes = new LinkedHashMap<>();
        List<EncodedImage> images = new ArrayList<>();
        for (Path photo : photos) {
            String name = byName.size() + "/" + photo.getFileName();
            byName.put(name, photo);
            try {
                images.add(PhotoReader.read(photo, name));
            } catch (ImageRejectedException e) {
                outcomes.put(name, new Recognised.Unusable(photo, e.rejection()));
            }
        }
        List<FeatureRow> rows = new ArrayList<>();
        for (ExtractionOutcome outcome : images.isEmpty() ? List.<ExtractionOutcome>of() : session.extract(images)) {
            outcome.deliver(
                    rows::add,
                    rejection -> outcomes.put(
                            rejection.path(), new Recognised.Unusable(byName.get(rejection.path()), rejection)));
        }
        List<Prediction> predictions = classifier.predict(
                extractor.model(), rows.stream().map(FeatureRow::vector).toList());
        for (int i = 0; i < rows.size(); i++) {
            String name = rows.get(i).path();
            outcomes.put(name, new Recognised.Predicted(byName.get(name), predictions.get(i)));
        }
        return byName.keySet().stream().map(outcomes::get).toList();
    }

    @Override
    public void close() {
        session.close();
    }
}
