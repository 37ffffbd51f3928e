package dev.fruits.core.classify;

import dev.fruits.core.feature.ModelId;
import dev.fruits.core.run.Manifest;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The provenance of a fitted classifier: fields of {@code classifier.json}.
 *
 * @param classifier as in {@link Classifier#name()}
 * @param library that trained it, with its version: {@code Tribuo 4.3.2}
 * @param hyperParameters every one, in a stable order, the seed among them
 * @param model the CNN that made the features
 * @param images where the training images are
 * @param fitted time of the fit
 * @param imagesPerLabel number of training images of each label
 * @param host what it was fitted with: versions of the SDK and Java, operating system
 */
public record ClassifierCard(
        String classifier,
        String library,
        Map<String, String> hyperParameters,
        ModelId model,
        String images,
        Instant fitted,
        SortedMap<String, Long> imagesPerLabel,
        Map<String, String> host) {

    public ClassifierCard {
        hyperParameters = Collections.unmodifiableMap(new LinkedHashMap<>(hyperParameters));
        imagesPerLabel = Collections.unmodifiableSortedMap(new TreeMap<>(imagesPerLabel));
        host = Collections.unmodifiableMap(new LinkedHashMap<>(host));
    }

    /** The card of a fit on this machine. */
    public static ClassifierCard of(
            String classifier, String library, Map<String, String> hyperParameters, TrainingSet training) {
        return new ClassifierCard(
                classifier,
                library,
                hyperParameters,
                training.origin().model(),
                training.origin().images().text(),
                training.origin().time(),
                training.imagesPerLabel(),
                Manifest.host());
    }
}
