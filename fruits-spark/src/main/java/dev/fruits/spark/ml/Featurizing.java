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
 * Featurizes a partition: opens a session on the worker, which ends with the task, whether all rows were read or not.
 *
 * @param model the CNN
 * @param path which field names the image
 * @param content which field holds its bytes
 * @param batch images per call of the CNN
 * @param invalid what becomes of an image without features
 */
record Featurizing(ModelShipment model, int path, int content, int batch, InvalidImages invalid)
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
