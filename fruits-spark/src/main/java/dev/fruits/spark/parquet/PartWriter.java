package dev.fruits.spark.parquet;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.WriteReceipt;
import dev.fruits.spark.hadoop.HadoopReason;
import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.spark.TaskContext;
import org.apache.spark.mapred.SparkHadoopMapRedUtil;

/**
 * Writes one part in a task attempt of Hadoop's. In a task of Spark's, the attempt commits on its worker, where a
 * committer may keep the bytes, if Spark's coordinator lets it: one attempt of a partition. Elsewhere the driver
 * commits the attempt whose receipt it is given.
 */
final class PartWriter implements PartitionWriter {
    private final WriteJob job;
    private final Dataset dataset;
    private final int partition;
    private final TaskAttemptContext attempt;
    private final PathOutputCommitter committer;
    private final ParquetWriter<FeatureRow> writer;
    private long rows;
    private boolean whole;

    private PartWriter(WriteJob job, Dataset dataset, int partition, TaskAttemptID attempt) throws IOException {
        this.job = job;
        this.dataset = dataset;
        this.partition = partition;
        this.attempt = job.attemptContext(attempt);
        this.committer = job.committer(attempt);
        committer.setupTask(this.attempt);
        Path file = new Path(committer.getWorkPath(), job.part(dataset.name(), partition));
        this.writer = PartFile.open(file, this.attempt.getConfiguration(), dataset);
    }

    static PartWriter open(WriteJob job, Dataset dataset, int partition, long attempt) throws IOException {
        TaskAttemptID id = job.attempt(dataset, partition, attempt);
        try {
            return new PartWriter(job, dataset, partition, id);
        } catch (IOException e) {
            throw failed(job, dataset, partition, e);
        }
    }

    @Override
    public void write(FeatureRow row) throws IOException {
        try {
            writer.write(row);
        } catch (IOException e) {
            throw failed(e);
        }
        rows++;
    }

    @Override
    public WriteReceipt finish() throws IOException {
        TaskContext task = TaskContext.get();
        try {
            writer.close();
            if (task != null) {
                SparkHadoopMapRedUtil.commitTask(committer, attempt, task.stageId(), task.partitionId());
            }
        } catch (IOException e) {
            throw failed(e);
        }
        whole = true;
        TaskAttemptID id = attempt.getTaskAttemptID();
        String token = new PartToken(id, task != null).text();
        return new WriteReceipt(dataset.name(), partition, id.getId(), rows, token);
    }

    /** The attempt's file may look whole; it goes with the attempt. */
    @Override
    public void close() throws IOException {
        if (whole) {
            return;
        }
        try {
            writer.close();
        } catch (IOException | RuntimeException e) {
            // what it could not write is not wanted
        } finally {
            committer.abortTask(attempt);
        }
    }

    private IOException failed(IOException e) {
        return failed(job, dataset, partition, e);
    }

    private static IOException failed(WriteJob job, Dataset dataset, int partition, IOException e) {
        return new IOException(
                "out " + job.place().location() + ": partition " + partition + " of " + dataset.name()
                        + " cannot be written (" + HadoopReason.of(e) + "); free space there, let this user write or"
                        + " give another --out",
                e);
    }
}
