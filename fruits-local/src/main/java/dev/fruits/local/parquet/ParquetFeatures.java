package dev.fruits.local.parquet;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.run.Manifest;
import dev.fruits.core.sink.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/** The features of a finished run. Their rows throw {@link RunFailedException} where a file cannot be read. */
record ParquetFeatures(ResultFolder folder, Instant extractedAfter) implements EarlierFeatures {
    /** {@link EarlierFeatures#NONE} where no run has finished. */
    static EarlierFeatures in(ResultFolder folder) throws IOException {
        return folder.isFinished() ? new ParquetFeatures(folder, started(folder.manifest())) : NONE;
    }

    @Override
    public Stream<FeatureRow> rows(ModelId model) throws IOException {
        return FeatureRows.stream(
                folder.parts(Dataset.FEATURES), PartUse.resuming(Dataset.features(model.fingerprint())));
    }

    private static Instant started(Path manifest) {
        try {
            return Manifest.started(manifest.toString(), Files.readString(manifest));
        } catch (IOException e) {
            throw Manifest.startUnknown(manifest.toString(), IoReason.of(e), e);
        }
    }
}
