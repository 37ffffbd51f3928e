package dev.fruits.spark.pca;

import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.spark.engine.SparkRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** The rows of another engine's table, parallelised in chunks of some megabytes, one a partition. The driver holds all. */
record ParallelizedRows(SparkSession session, JavaRDD<FeatureRow> rows, long rowCount, int dimension)
        implements SparkRows {
    /** Well below the largest message with a task, 128 MiB. */
    private static final int CHUNK_BYTES = 16 << 20;

    private static final int CHUNK_ROWS = 4096;

    static ParallelizedRows of(FeatureTable features, SparkSession session) throws IOException {
        int chunkRows = Math.max(1, Math.min(CHUNK_ROWS, CHUNK_BYTES / Float.BYTES / features.dimension()));
        List<List<FeatureRow>> chunks = chunks(features, chunkRows);
        JavaRDD<FeatureRow> rows = JavaSparkContext.fromSparkContext(session.sparkContext())
                .parallelize(chunks, Math.max(1, chunks.size()))
                .flatMap(List::iterator);
        return new ParallelizedRows(session, rows, features.rowCount(), features.dimension());
    }

    private static List<List<FeatureRow>> chunks(FeatureTable features, int chunkRows) throws IOException {
        List<List<FeatureRow>> chunks = new ArrayList<>();
        try (Stream<FeatureRow> stream = features.rows()) {
            Iterator<FeatureRow> rows = stream.iterator();
            while (rows.hasNext()) {
                chunks.add(next(rows, chunkRows));
            }
        }
        return chunks;
    }

    private static List<FeatureRow> next(Iterator<FeatureRow> rows, int most) {
        List<FeatureRow> chunk = new ArrayList<>();
        while (chunk.size() < most && rows.hasNext()) {
            chunk.add(rows.next());
        }
        return chunk;
    }
}
