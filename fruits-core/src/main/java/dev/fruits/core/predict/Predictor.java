package dev.fruits.core.predict;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.classify.Prediction;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.image.EncodedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Predicts the labels of images with a CNN and a classifier of its features. Used and closed by one thread. */
public final class Predictor implements AutoCloseable {
    private final FittedClassifier classifier;
    private final FeatureExtractor extractor;
    private final ExtractionSession session;

    private Predictor(FittedClassifier classifier, FeatureExtractor extractor, ExtractionSession session) {
        this.classifier = classifier;
        this.extractor = extractor;
        this.session = session;
    }

    /**
     * Loads a saved classifier and opens the CNN.
     *
     * @param folder of the classifier
     * @throws WrongUseException if the folder holds no classifier, or one of another CNN
     * @throws dev.fruits.core.RunFailedException if the CNN does not load
     * @throws IOException if a file cannot be read
     */
    public static Predictor open(Path folder, FeatureExtractor extractor) throws IOException {
        return open(folder.toString(), FittedClassifier.load(folder), extractor);
    }

    /**
     * Opens the CNN.
     *
     * @param location of the classifier, for messages
     * @throws WrongUseException if the classifier was trained on the features of another CNN
     * @throws dev.fruits.core.RunFailedException if the CNN does not load
     * @throws IOException if the file of the CNN cannot be read
     */
    public static Predictor open(String location, FittedClassifier classifier, FeatureExtractor extractor)
            throws IOException {
        if (!extractor.model().equals(classifier.model())) {
            throw new WrongUseException("classifier " + location + ": was trained on features of "
                    + classifier.model().fingerprint() + ", not of "
                    + extractor.model().fingerprint()
                    + "; pass --model FILE of the former to ./fruits predict, or evaluate again with the latter");
        }
        if (extractor.dimension() != classifier.dimension()) {
            throw new WrongUseException("classifier " + location + ": takes " + classifier.dimension()
                    + " features, but " + extractor.model() + " gives " + extractor.dimension()
                    + "; evaluate again with it");
        }
        return new Predictor(classifier, extractor, extractor.openSession());
    }

    /**
     * Predicts many images in batches; memory does not grow with their number.
     *
     * @param images read one after the other, see {@link InputImage#in}; not closed
     * @param listener is called with the result of each image, in their order, batch by batch
     * @return the number of images that were classified
     * @throws dev.fruits.core.RunFailedException if the CNN fails; a bad image has a result like any other
     * @throws IOException if the source of the images fails
     */
    public long predict(Stream<InputImage> images, Consumer<ImagePrediction> listener) throws IOException {
        Batches batches = new Batches(listener);
        try {
            images.forEachOrdered(batches::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        batches.flush();
        return batches.classified;
    }

    private final class Batches {
        private final Consumer<ImagePrediction> listener;
        private final List<InputImage> batch = new ArrayList<>();
        private long classified;

        Batches(Consumer<ImagePrediction> listener) {
            this.listener = listener;
        }

        void add(InputImage image) {
            batch.add(image);
            if (batch.size() == ExtractionOptions.DEFAULT_BATCH) {
                flush();
            }
        }

        void flush() {
            for (ImagePrediction result : predict(batch)) {
                listener.accept(result);
                classified += result instanceof ImagePrediction.Classified ? 1 : 0;
            }
            batch.clear();
        }
    }

    /**
     * Predicts images together in one call of the CNN; one result for each, in their order.
     *
     * @throws dev.fruits.core.RunFailedException if the CNN fails; a bad image has a result like any other
     */
    public List<ImagePrediction> predict(List<InputImage> images) {
        List<ExtractionOutcome> outcomes = outcomes(images);
        List<FeatureVector> vectors = new ArrayList<>();
        outcomes.forEach(outcome -> outcome.deliver(row -> vectors.add(row.vector()), rejection -> {}));
        Iterator<Prediction> predictions =
                classifier.predict(extractor.model(), vectors).iterator();
        List<ImagePrediction> results = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            String name = images.get(i).name();
            outcomes.get(i)
                    .deliver(
                            row -> results.add(new ImagePrediction.Classified(name, predictions.next())),
                            rejection -> results.add(new ImagePrediction.Rejected(name, rejection)));
        }
        return results;
    }

    private List<ExtractionOutcome> outcomes(List<InputImage> images) {
        List<EncodedImage> encoded = images.stream()
                .filter(InputImage.Encoded.class::isInstance)
                .map(image -> ((InputImage.Encoded) image).image())
                .toList();
        Iterator<ExtractionOutcome> extracted =
                (encoded.isEmpty() ? List.<ExtractionOutcome>of() : session.extract(encoded)).iterator();
        return images.stream()
                .map(image -> image instanceof InputImage.Unreadable unreadable
                        ? ExtractionOutcome.of(unreadable.rejection())
                        : extracted.next())
                .toList();
    }

    @Override
    public void close() {
        session.close();
    }
}
