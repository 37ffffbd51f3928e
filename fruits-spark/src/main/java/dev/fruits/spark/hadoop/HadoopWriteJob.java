package dev.fruits.spark.hadoop;

import dev.fruits.core.sink.Dataset;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.JobID;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskID;
import org.apache.hadoop.mapreduce.TaskType;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitter;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitterFactory;
import org.apache.hadoop.mapreduce.task.JobContextImpl;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;

/**
 * A run's writing as Hadoop's committers see it: one job for both tables, one task for each part.
 *
 * @param at where the results go
 * @param id tells this run's parts from those of any other; part of their names, so that a committer that makes names
 *     unique leaves them as they are
 */
record HadoopWriteJob(HadoopLocation at, String id) {
    /** A task's number tells its table too. */
    private static final List<String> TABLES = List.of(Dataset.FEATURES, Dataset.REDUCED);

    JobContext context() {
        return new JobContextImpl(configuration(), jobId());
    }

    /** The committer on the driver, where no task runs. */
    PathOutputCommitter committer() throws IOException {
        return committer(new TaskAttemptID(new TaskID(jobId(), TaskType.MAP, 0), 0));
    }

    PathOutputCommitter committer(TaskAttemptID attempt) throws IOException {
        return PathOutputCommitterFactory.createCommitter(at.path(), attemptContext(attempt));
    }

    TaskAttemptContext attemptContext(TaskAttemptID attempt) {
        Configuration configuration = configuration();
        configuration.set("mapreduce.task.id", attempt.getTaskID().toString());
        configuration.set("mapreduce.task.attempt.id", attempt.toString());
        configuration.setBoolean("mapreduce.task.ismap", true);
        configuration.setInt("mapreduce.task.partition", attempt.getTaskID().getId());
        return new TaskAttemptContextImpl(configuration, attempt);
    }

    TaskAttemptID attempt(String name, int partition, long attempt) {
        int table = TABLES.indexOf(name);
        if (table < 0) {
            throw new IllegalArgumentException("table " + name + " is not one of " + TABLES);
        }
        int task = Math.addExact(Math.multiplyExact(partition, TABLES.size()), table);
        return new TaskAttemptID(new TaskID(jobId(), TaskType.MAP, task), Math.toIntExact(attempt));
    }

    /** The name of a part, below the results: sorted by name, parts are in the order of their partitions. */
    String part(String table, int partition, String suffix) {
        return String.format(Locale.ROOT, "%s/part-%05d-%s%s", table, partition, id, suffix);
    }

    boolean isPart(Path file) {
        return file.getName().contains(id);
    }

    private JobID jobId() {
        return new JobID(id, 0);
    }

    private Configuration configuration() {
        Configuration configuration = new Configuration(at.configuration());
        configuration.set("mapreduce.job.id", jobId().toString());
        configuration.set(
                "mapreduce.output.fileoutputformat.outputdir", at.path().toString());
        // The job's identity, as Spark gives it to committers.
        configuration.set("spark.sql.sources.writeJobUUID", id);
        // The marker comes after the documents, so it is not the committer's.
        configuration.setBoolean("mapreduce.fileoutputcommitter.marksuccessfuljobs", false);
        // Version 2 of the renaming committer shows parts before the commit.
        configuration.setInt("mapreduce.fileoutputcommitter.algorithm.version", 1);
        return configuration;
    }
}
