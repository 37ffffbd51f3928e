package dev.fruits.spark.parquet;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.run.Manifest;
import dev.fruits.core.sink.Dataset;
import dev.fruits.spark.hadoop.HadoopReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;

/** The features of a finished run. Their rows throw {@link RunFailedException} where a file cannot be read. */
record HadoopFeatures(ResultPlace place, Instant extractedAfter) implements EarlierFeatures {
    /** {@link EarlierFeatures#NONE} where no run has finished. */
    static EarlierFeatures in(ResultPlace place) throws IOException {
        return place.isFinished() ? new HadoopFeatures(place, started(place)) : NONE;
    }

    @Override
    public Stream<FeatureRow> rows(ModelId model) throws IOException {
        return PartRows.stream(place, Dataset.features(model.fingerprint()));
    }

    private static Instant started(ResultPlace place) {
        Path manifest = place.resolve("manifest.json");
        try (InputStream in = place.files().open(manifest)) {
            return Manifest.started(manifest.toString(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Manifest.startUnknown(manifest.toString(), HadoopReason.of(e), e);
        }
    }
}
