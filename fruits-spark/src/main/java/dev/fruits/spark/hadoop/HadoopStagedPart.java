package dev.fruits.spark.hadoop;

import dev.fruits.core.sink.StagedPart;
import java.io.IOException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitter;
import org.apache.spark.TaskContext;
import org.apache.spark.mapred.SparkHadoopMapRedUtil;

/**
 * A part in one task attempt of Hadoop's. In a Spark task, the attempt commits on its worker, where a committer may keep
 * the bytes, if Spark's coordinator lets it: one attempt of each partition. Elsewhere the driver commits the attempt
 * whose receipt it is given.
 */
final class HadoopStagedPart implements StagedPart {
    private final String what;
    private final String name;
    private final TaskAttemptContext attempt;
    private final PathOutputCommitter committer;
    private final FSDataOutputStream file;
    private boolean whole;

    private HadoopStagedPart(HadoopWriteJob job, TaskAttemptID attempt, String what, String name) throws IOException {
        this.what = what;
        this.name = name;
        this.attempt = job.attemptContext(attempt);
        this.committer = job.committer(attempt);
        committer.setupTask(this.attempt);
        Path path = new Path(committer.getWorkPath(), name);
        this.file = path.getFileSystem(this.attempt.getConfiguration()).create(path, false);
    }

    static HadoopStagedPart open(HadoopWriteJob job, String table, int partition, long attempt, String suffix)
            throws IOException {
        TaskAttemptID id = job.attempt(table, partition, attempt);
        String what = "out " + job.at().location() + ": partition " + partition + " of " + table;
        try {
            return new HadoopStagedPart(job, id, what, job.part(table, partition, suffix));
        } catch (IOException e) {
            throw failed(what, e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            file.write(bytes, offset, length);
        } catch (IOException e) {
            throw failed(what, e);
        }
    }

    @Override
    public String finish() throws IOException {
        TaskContext task = TaskContext.get();
        try {
            file.close();
            if (task != null) {
                SparkHadoopMapRedUtil.commitTask(committer, attempt, task.stageId(), task.partitionId());
            }
        } catch (IOException e) {
            throw failed(what, e);
        }
        whole = true;
        return new HadoopPartToken(attempt.getTaskAttemptID(), name, task != null).text();
    }

    /** The file of the attempt may look whole; it goes with the attempt. */
    @Override
    public void close() throws IOException {
        if (whole) {
            return;
        }
        try {
            file.close();
        } catch (IOException | RuntimeException e) {
            // what it could not write is not wanted
        } finally {
            committer.abortTask(attempt);
        }
    }

    private static IOException failed(String what, IOException e) {
        return new IOException(
                what + " cannot be written (" + HadoopReason.of(e)
                        + "); free space there, let this user write or give another --out",
                e);
    }
}
