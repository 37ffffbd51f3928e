package dev.fruits.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.contract.ByteFeatures;
import dev.fruits.core.contract.MemoryImages;
import dev.fruits.core.contract.MemorySink;
import dev.fruits.core.contract.ReducerContract;
import dev.fruits.core.contract.SerializingEngine;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.json.JsonFields;
import dev.fruits.core.pca.Reducer;
import dev.fruits.core.sink.Dataset;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A projection need not be one of principal components. */
class RandomProjectionTest extends ReducerContract {
    @Override
    protected Reducer reducer(int dimension) {
        return new RandomProjection.Fitting(dimension);
    }

    @Test
    void a_pipeline_publishes_what_another_projection_gives_and_describes_it() throws IOException {
        MemorySink sink = new MemorySink("random");
        RunReport report = Pipeline.builder(new MemoryImages(5, 20, 0), new ByteFeatures(8, "none"), sink)
                .reduce(reducer(3))
                .build()
                .runOn(new SerializingEngine());

        assertThat(report.pca()).isEmpty();
        assertThat(sink.rows(Dataset.REDUCED))
                .extracting(FeatureRow::vector)
                .isEqualTo(report.projection()
                        .apply(sink.rows(Dataset.FEATURES).stream()
                                .map(FeatureRow::vector)
                                .toList()));
        assertThat(sink.documents()).containsOnlyKeys("rejects/rejects.csv", "random.csv", "manifest.json");
        JsonFields manifest = JsonFields.parse("manifest", sink.documents().getOrDefault("manifest.json", ""));
        assertThat(manifest.has("pca")).isFalse();
        JsonFields section = manifest.object("random_projection");
        assertThat(section.names()).containsExactly("reducer", "asked", "components", "seed");
        assertThat(section.string("asked")).isEqualTo("random 3");
        assertThat(section.integer("components")).isEqualTo(3);
    }
}
