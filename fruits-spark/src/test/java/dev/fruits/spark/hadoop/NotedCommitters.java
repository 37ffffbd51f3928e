package dev.fruits.spark.hadoop;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.FileOutputCommitter;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitter;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitterFactory;

/** A committer that a configuration may name; it notes what is asked of it in this JVM. */
public final class NotedCommitters extends PathOutputCommitterFactory {
    private static final List<String> CALLS = new CopyOnWriteArrayList<>();

    static List<String> calls() {
        return CALLS;
    }

    static void forget() {
        CALLS.clear();
    }

    @Override
    public PathOutputCommitter createOutputCommitter(Path output, TaskAttemptContext context) throws IOException {
        return new FileOutputCommitter(output, context) {
            @Override
            public void setupJob(JobContext job) throws IOException {
                CALLS.add("setupJob");
                super.setupJob(job);
            }

            @Override
            public void commitTask(TaskAttemptContext task) throws IOException {
                CALLS.add("commitTask");
                super.commitTask(task);
            }

            @Override
            public void commitJob(JobContext job) throws IOException {
                CALLS.add("commitJob");
                super.commitJob(job);
            }
        };
    }
}
