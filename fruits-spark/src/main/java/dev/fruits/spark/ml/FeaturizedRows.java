package dev.fruits.spark.ml;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.image.Stage;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Adds features and reject reason to rows, one batch of images at a time, in the order of the rows. */
final class FeaturizedRows implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final Featurizing stage;
    private final ExtractionSession session;
    private final Queue<Row> ready = new ArrayDeque<>();

    FeaturizedRows(Iterator<Row> rows, Featurizing stage, ExtractionSession session) {
        this.rows = rows;
        this.stage = stage;
        this.session = session;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && rows.hasNext()) {
            featurize(nextBatch());
        }
        return !ready.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private List<Row> nextBatch() {
        List<Row> batch = new ArrayList<>();
        while (batch.size() < stage.batch() && rows.hasNext()) {
            batch.add(rows.next());
        }
        return batch;
    }

    private void featurize(List<Row> batch) {
        List<EncodedImage> images = batch.stream()
                .filter(row -> !row.isNullAt(stage.content()))
                .map(this::image)
                .toList();
        Iterator<ExtractionOutcome> outcomes =
                (images.isEmpty() ? List.<ExtractionOutcome>of() : session.extract(images)).iterator();
        for (Row row : batch) {
            ExtractionOutcome outcome = row.isNullAt(stage.content())
                    ? ExtractionOutcome.of(new Rejection(path(row), "", Stage.READ, "no bytes"))
                    : outcomes.next();
            outcome.deliver(features -> keep(row, features.vector(), null), rejection -> reject(row, rejection));
        }
    }

    private EncodedImage image(Row row) {
        byte[] bytes = row.getAs(stage.content());
        String relative = path(row).replaceFirst("^/+", "");
        ImageRef ref = new ImageRef(relative.isEmpty() ? "image" : relative, "", bytes.length, Instant.EPOCH);
        return new EncodedImage(ref, bytes);
    }

    private String path(Row row) {
        return row.isNullAt(stage.path()) ? "" : row.getString(stage.path());
    }

    private void reject(Row row, Rejection rejection) {
        String reason = rejection.stage().text() + ": " + rejection.reason()
                + (stage.rawPixels() ? "; column 'data' probably " + Columns.RAW_PIXELS : "");
        if (stage.invalid() == InvalidImages.ERROR) {
            throw new RunFailedException("image " + path(row) + ": " + reason
                    + "; set handleInvalid to keep or skip to continue without it");
        }
        if (stage.invalid() == InvalidImages.KEEP) {
            keep(row, null, reason);
        }
    }

    private void keep(Row row, @Nullable FeatureVector features, @Nullable String reason) {
        @Nullable Object[] values = new @Nullable Object[row.size() + 2];
        for (int i = 0; i < row.size(); i++) {
            values[i] = row.get(i);
        }
        values[row.size()] = features == null ? null : Vectors.dense(doubles(features));
        values[row.size() + 1] = reason;
        ready.add(RowFactory.create(values));
    }

    private static double[] doubles(FeatureVector features) {
        double[] values = new double[features.dimension()];
        features.addTo(values);
        return values;
    }
}
