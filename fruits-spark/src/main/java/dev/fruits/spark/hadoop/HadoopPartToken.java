package dev.fruits.spark.hadoop;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.mapreduce.TaskAttemptID;

/**
 * Where a finished part waits: in its task attempt, or with the job once its task is committed.
 *
 * @param attempt the task attempt that wrote it
 * @param part its name below the results
 * @param committed whether the task committed on its worker
 */
record HadoopPartToken(TaskAttemptID attempt, String part, boolean committed) {
    private static final Pattern TEXT =
            Pattern.compile("(attempt_[^_ ]+_\\d{4,9}_m_\\d{6,9}_\\d{1,10}) ([^ ]+)( committed)?");

    /** {@code <attempt> <part> [committed]}; none of them holds a space. */
    String text() {
        return attempt + " " + part + (committed ? " committed" : "");
    }

    /** Empty if the text is no token. */
    static Optional<HadoopPartToken> parse(String text) {
        return Optional.of(TEXT.matcher(text))
                .filter(Matcher::matches)
                .map(words -> new HadoopPartToken(
                        TaskAttemptID.forName(words.group(1)), words.group(2), words.group(3) != null));
    }

    boolean isOf(HadoopWriteJob job) {
        return attempt.getJobID().getJtIdentifier().equals(job.id());
    }
}
