package dev.fruits.cli.compose;

import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.ModelId;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * The earlier features of one folder, selected from those of its parent folder.
 *
 * @param prefix of the paths in the parent folder, with its last {@code /}; removed here
 * @param above all features of the parent folder
 */
record FeaturesBelow(String prefix, EarlierFeatures above) implements EarlierFeatures {
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
