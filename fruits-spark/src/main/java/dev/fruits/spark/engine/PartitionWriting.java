package dev.fruits.spark.engine;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function2;

/**
 * One task: writes one part. Each try of a partition has a number of its own, so that a retried or speculated part never
 * meets its other try; a try that fails or is stopped discards what it wrote.
 *
 * @param projection what is written of each row
 * @param dataset the table
 * @param sink where it goes
 */
record PartitionWriting(Projection projection, Dataset dataset, ResultSink sink)
        implements Function2<Integer, Iterator<ExtractedBlock>, Iterator<JavaSerialized<WriteReceipt>>>, Serializable {
    @Override
    public Iterator<JavaSerialized<WriteReceipt>> call(Integer partition, Iterator<ExtractedBlock> blocks)
            throws IOException {
        try (PartitionWriter writer =
                sink.openWriter(dataset, partition, TaskContext.get().taskAttemptId())) {
            while (blocks.hasNext()) {
                write(blocks.next().features().rows().toList(), writer);
            }
            return List.of(JavaSerialized.of(writer.finish())).iterator();
        }
    }

    private void write(List<FeatureRow> rows, PartitionWriter writer) throws IOException {
        List<FeatureVector> projected =
                projection.apply(rows.stream().map(FeatureRow::vector).toList());
        for (int i = 0; i < rows.size(); i++) {
            writer.write(rows.get(i).withVector(projected.get(i)));
        }
    }
}
