package dev.fruits.core.classify;

import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.sink.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The result of {@link Classifier#fit}. Immutable, safe for many threads. */
public interface FittedClassifier {
    /**
     * Loads what {@link #save} wrote; it predicts the same, to the bit.
     *
     * @throws dev.fruits.core.WrongUseException if the folder holds no classifier, or its files are damaged or belong
     *     to different classifiers; the message names the file and the remedy
     * @throws IOException if the disk fails
     */
    static FittedClassifier load(Path folder) throws IOException {
        return SoftmaxJson.read(new ClassifierFiles(folder));
    }

    /** Its provenance. */
    ClassifierCard card();

    /** Every label that can be predicted, sorted; at least two. */
    List<String> labels();

    /** Length of the feature vectors that {@link #predict} takes: as the CNN makes them, before any projection. */
    int dimension();

    /** The CNN whose features it was trained on, and the only one whose features it takes. */
    default ModelId model() {
        return card().model();
    }

    /**
     * Predicts. The result of a vector does not depend on the others, to the bit.
     *
     * @param model the CNN that made the features
     * @param features each of {@link #dimension()} finite values
     * @return one prediction for each vector, in the same order, over all {@link #labels()}
     * @throws dev.fruits.core.WrongUseException if the features are of another CNN or length or are not finite; the
     *     message names the remedy
     */
    List<Prediction> predict(ModelId model, List<FeatureVector> features);

    /** The files that hold it, see {@code docs/classifier-format.md}; {@code classifier.json} comes last. */
    List<Document> documents();

    /**
     * Writes {@link #documents()} to a folder, made where it is missing. A classifier that lies there is replaced;
     * until the last file is written the folder holds none. Other files there stay as they are.
     *
     * @throws dev.fruits.core.WrongUseException if {@code folder} is a file
     * @throws IOException if the disk fails
     */
    default void save(Path folder) throws IOException {
        new ClassifierFiles(folder).write(documents());
    }
}
