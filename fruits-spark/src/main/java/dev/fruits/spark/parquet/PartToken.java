package dev.fruits.spark.parquet;

import java.util.Optional;
import org.apache.hadoop.mapreduce.TaskAttemptID;

/**
 * Where a finished part waits: in its task attempt, or with the job once its task is committed.
 *
 * @param attempt the task attempt that wrote it
 * @param committed whether the task committed on its worker
 */
record PartToken(TaskAttemptID attempt, boolean committed) {
    private static final String COMMITTED = " committed";

    String text() {
        return committed ? attempt + COMMITTED : attempt.toString();
    }

    /** Empty if the text is none. */
    static Optional<PartToken> parse(String text) {
        boolean committed = text.endsWith(COMMITTED);
        String attempt = committed ? text.substring(0, text.length() - COMMITTED.length()) : text;
        try {
            TaskAttemptID id = TaskAttemptID.forName(attempt);
            return id.toString().equals(attempt) ? Optional.of(new PartToken(id, committed)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isOf(WriteJob job) {
        return attempt.getJobID().getJtIdentifier().equals(job.id());
    }
}
