package dev.fruits.cli.evaluate;

import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.ModelId;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * The earlier features of one folder, out of those of the folder above it.
 *
 * @param prefix of the paths there, with its last {@code /}; here they go without
 * @param above all of them
 */
public record EarlierBelow(String prefix, EarlierFeatures above) implements EarlierFeatures {
    @Override
    public Instant extractedAfter() {
        return above.extractedAfter();
    }

    @Override
    public Stream<FeatureRow> rows(ModelId model) throws IOException {
        return above.rows(model)
                .filter(row -> row.path().startsWith(prefix))
                .map(row -> new FeatureRow(row.path().substring(prefix.length()), row.label(), row.vector()));
    }
}
