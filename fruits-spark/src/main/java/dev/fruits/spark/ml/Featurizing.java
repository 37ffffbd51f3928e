package dev.fruits.spark.ml;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.image.Stage;
import dev.fruits.spark.engine.ModelShipment;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;

/**
 * Featurizes a partition. Opens a session on the executor, which is closed when the task ends, even if it does not read
 * all rows.
 *
 * @param model the CNN
 * @param path index of the field that names the image
 * @param content index of the field with its bytes
 * @param batch images per call of the CNN
 * @param invalid treatment of a rejected image
 * @param rawPixels whether the bytes are probably raw pixels of Spark's image source, which a reject reason then says
 */
record Featurizing(ModelShipment model, int path, int content, int batch, InvalidImages invalid, boolean rawPixels)
        implements MapPartitionsFunction<Row, Row> {
    @Override
    public Iterator<Row> call(Iterator<Row> rows) throws IOException {
        if (!rows.hasNext()) {
            return rows;
        }
        ExtractionSession session = model.unpacked().openSession();
        TaskCompletionListener close = context -> session.close();
        TaskContext.get().addTaskCompletionListener(close);
        return new Rows(rows, session);
    }

    /** Adds features and reject reason to rows, one batch of images at a time, in the order of the rows. */
    private final class Rows implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final ExtractionSession session;
        private final Queue<Row> ready = new ArrayDeque<>();

        Rows(Iterator<Row> rows, ExtractionSession session) {
            this.rows = rows;
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
            List<Row> next = new ArrayList<>();
            while (next.size() < batch && rows.hasNext()) {
                next.add(rows.next());
            }
            return next;
        }

        private void featurize(List<Row> next) {
            List<EncodedImage> images = next.stream()
                    .filter(row -> !row.isNullAt(content))
                    .map(this::image)
                    .toList();
            Iterator<ExtractionOutcome> outcomes =
                    (images.isEmpty() ? List.<ExtractionOutcome>of() : session.extract(images)).iterator();
            for (Row row : next) {
                ExtractionOutcome outcome = row.isNullAt(content)
                        ? ExtractionOutcome.of(new Rejection(path(row), "", Stage.READ, "no bytes"))
                        : outcomes.next();
                outcome.deliver(features -> keep(row, features.vector(), null), rejection -> reject(row, rejection));
            }
        }

        private EncodedImage image(Row row) {
            byte[] bytes = row.getAs(content);
            String relative = path(row).replaceFirst("^/+", "");
            ImageRef ref = new ImageRef(relative.isEmpty() ? "image" : relative, "", bytes.length, Instant.EPOCH);
            return new EncodedImage(ref, bytes);
        }

        private String path(Row row) {
            return row.isNullAt(path) ? "" : row.getString(path);
        }

        private void reject(Row row, Rejection rejection) {
            String reason = rejection.stage().text() + ": " + rejection.reason()
                    + (rawPixels ? "; column 'data' probably " + Columns.RAW_PIXELS : "");
            if (invalid == InvalidImages.ERROR) {
                throw new RunFailedException("image " + path(row) + ": " + reason
                        + "; set handleInvalid to keep or skip to continue without it");
            }
            if (invalid == InvalidImages.KEEP) {
                keep(row, null, reason);
            }
        }

        private void keep(Row row, @Nullable FeatureVector features, @Nullable String reason) {
            @Nullable Object[] values = new @Nullable Object[row.size() + 2];
            for (int i = 0; i < row.size(); i++) {
                values[i] = row.get(i);
            }
            values[row.size()] = features == null
                    ? null
                    : Vectors.dense(IntStream.range(0, features.dimension())
                            .mapToDouble(features::get)
                            .toArray());
            values[row.size() + 1] = reason;
            ready.add(RowFactory.create(values));
        }
    }
}
