package dev.fruits.spark.hadoop;

import java.util.Optional;
import org.apache.hadoop.mapreduce.TaskAttemptID;

/**
 * Where a finished part waits: in its task attempt, or with the job once its task is committed.
 *
 * @param attempt the task attempt that wrote it
 * @param part its name below the results
 * @param committed whether the task committed on its worker
 */
record HadoopPartToken(TaskAttemptID attempt, String part, boolean committed) {
    private static final String COMMITTED = "committed";

    /** {@code <attempt> <part> [committed]}; none of them holds a space. */
    String text() {
        return attempt + " " + part + (committed ? " " + COMMITTED : "");
    }

    /** Empty if the text is no token. */
    static Optional<HadoopPartToken> parse(String text) {
        String[] words = text.split(" ", -1);
        boolean committed = words.length == 3 && words[2].equals(COMMITTED);
        if (words.length != 2 && !committed) {
            return Optional.empty();
        }
        try {
            TaskAttemptID id = TaskAttemptID.forName(words[0]);
            return id.toString().equals(words[0])
                    ? Optional.of(new HadoopPartToken(id, words[1], committed))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isOf(HadoopWriteJob job) {
        return attempt.getJobID().getJtIdentifier().equals(job.id());
    }
}
