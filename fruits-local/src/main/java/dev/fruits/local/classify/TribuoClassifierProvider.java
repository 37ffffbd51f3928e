package dev.fruits.local.classify;

import dev.fruits.core.classify.Classifier;
import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.classify.SoftmaxRegression;
import dev.fruits.core.spi.ClassifierProvider;
import java.io.IOException;
import java.nio.file.Path;

/** Offers {@link TribuoClassifier}; what it learned is core's {@link SoftmaxRegression}. */
public final class TribuoClassifierProvider implements ClassifierProvider {
    @Override
    public String name() {
        return TribuoClassifier.NAME;
    }

    @Override
    public Classifier open(long seed) {
        return TribuoClassifier.withSeed(seed);
    }

    @Override
    public boolean handles(Path folder) throws IOException {
        return SoftmaxRegression.isIn(folder);
    }

    @Override
    public FittedClassifier load(Path folder) throws IOException {
        return SoftmaxRegression.load(folder);
    }
}
