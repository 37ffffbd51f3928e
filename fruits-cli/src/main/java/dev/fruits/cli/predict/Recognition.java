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
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
        SortedMap<Integer, Recognised> outcomes = new TreeMap<>();
        List<EncodedImage> images = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            try {
                images.add(
                        PhotoReader.read(photos.get(i), i + "/" + photos.get(i).getFileName()));
            } catch (ImageRejectedException e) {
                outcomes.put(i, new Recognised.Unusable(photos.get(i), e.rejection()));
            }
        }
        List<FeatureRow> rows = new ArrayList<>();
        for (ExtractionOutcome outcome : extracted(images)) {
            outcome.deliver(rows::add, rejection -> {
                int index = indexIn(rejection.path());
                outcomes.put(index, new Recognised.Unusable(photos.get(index), rejection));
            });
        }
        List<Prediction> predictions = classifier.predict(
                extractor.model(), rows.stream().map(FeatureRow::vector).toList());
        for (int i = 0; i < rows.size(); i++) {
            int index = indexIn(rows.get(i).path());
            outcomes.put(index, new Recognised.Predicted(photos.get(index), predictions.get(i)));
        }
        return List.copyOf(outcomes.values());
    }

    private List<ExtractionOutcome> extracted(List<EncodedImage> images) {
        return images.isEmpty() ? List.of() : session.extract(images);
    }

    /** Names begin with the photograph's place in its batch, as two folders may hold files of one name. */
    private static int indexIn(String name) {
        return Integer.parseInt(name.substring(0, name.indexOf('/')));
    }

    @Override
    public void close() {
        session.close();
    }
}
