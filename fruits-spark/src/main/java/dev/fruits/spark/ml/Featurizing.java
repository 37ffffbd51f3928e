package dev.fruits.spark.ml;

import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.spark.engine.ModelShipment;
import java.io.IOException;
import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;

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
        return new FeaturizedRows(rows, this, session);
    }
}
