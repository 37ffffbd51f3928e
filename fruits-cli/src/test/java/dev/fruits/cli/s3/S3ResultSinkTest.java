package dev.fruits.cli.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.contract.ResultSinkContract;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.ExistingResults;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.parquet.ParquetFeatures;
import dev.fruits.parquet.ParquetSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The laptop's Parquet in a bucket. */
class S3ResultSinkTest extends ResultSinkContract {
    private final S3Prefix place = new S3Prefix();

    @TempDir
    Path folder;

    @Override
    protected ResultSink sink(ExistingResults existing) {
        return new ParquetSink(place.store(), existing);
    }

    @Override
    protected List<String> entries() {
        return place.entries();
    }

    @Override
    protected List<FeatureRow> rows(Dataset dataset) throws IOException {
        Path copy = Files.createTempDirectory(folder, "copy");
        place.copyTo(copy);
        return DuckDbRows.of(copy, dataset);
    }

    @Override
    protected String text(String name) {
        return place.text(name);
    }

    @Override
    protected void putForeign(String name, String text) {
        place.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void features_of_a_finished_run_are_used_again_and_those_of_another_model_are_not() throws IOException {
        List<FeatureRow> rows = randomRows(1, 3000, 1280);
        assertThat(ParquetFeatures.in(place.store())).isSameAs(EarlierFeatures.NONE);

        sink(ExistingResults.REFUSE).commit(List.of(write(FEATURES, 0, 0, rows)), List.of(MANIFEST));

        EarlierFeatures earlier = ParquetFeatures.in(place.store());
        assertThat(earlier.extractedAfter()).isEqualTo(Instant.parse("2026-11-22T10:15:30Z"));
        try (Stream<FeatureRow> found = earlier.rows(new ModelId("mobilenet_v2", "8068", "rgb"))) {
            assertThat(found).isEqualTo(rows);
        }
        try (Stream<FeatureRow> found = earlier.rows(new ModelId("mobilenet_v2", "8068", "bgr"))) {
            assertThat(found).isEmpty();
        }
    }
}
