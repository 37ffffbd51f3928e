package dev.fruits.spark.engine;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.util.ShutdownHookManager;

/** What Spark threw, as what the executor meant: one line that names the thing, the host and the remedy. */
final class ExecutorFailure {
    private static final int DEEPEST = 20;
    /** {@code Lost task 3.1 in stage 2.0 (TID 41) (ip-10-0-0-7 executor 2): …}. */
    private static final Pattern HOST = Pattern.compile("\\(TID \\d+\\) \\((\\S+) executor (\\S+?)\\)");

    private static final Pattern LOST = Pattern.compile("ExecutorLostFailure \\(executor (\\S+).*?Reason: ([^\\n]*)");
    private static final List<String> OUTSIDE_THE_HEAP =
            List.of("memoryOverhead", "exceeding", "direct buffer memory", "exit code 137", "code 137", "SIGKILL");

    /** What an executor of Spark's ends with when its heap is full. */
    private static final Pattern FULL_HEAP = Pattern.compile("\\bcode 52\\b");

    private static final String MORE_HEAP =
            "raise spark.executor.memory, or run fewer tasks at once with spark.executor.cores";

    private final Exception thrown;
    private final boolean local;

    private ExecutorFailure(Exception thrown, boolean local) {
        this.thrown = thrown;
        this.local = local;
    }

    /**
     * Of anything that an action threw.
     *
     * @param local whether the executor is the driver's own process, which needs no name
     */
    static ExecutorFailure of(Exception thrown, boolean local) {
        return new ExecutorFailure(thrown, local);
    }

    /** Throws it unless it is an {@link IOException}, which it returns. */
    IOException thrown() {
        for (Throwable cause : causes()) {
            if (cause instanceof OutOfMemoryError) {
                throw withTrace(outOfMemory(cause));
            }
            if (cause instanceof WrongUseException) {
                throw new WrongUseException(cause.getMessage() + where(), thrown);
            }
            if (cause instanceof RunFailedException) {
                throw new RunFailedException(cause.getMessage() + where(), thrown);
            }
            if (cause instanceof IOException io) {
                return where().isEmpty() ? io : new IOException(io.getMessage() + where(), thrown);
            }
        }
        throw lost().map(this::withTrace).orElseGet(this::unexpected);
    }

    /** What anything means that was thrown because the session ended under a job. */
    static RunFailedException sessionEnded(String master, Exception thrown) {
        return new RunFailedException(
                "spark.master " + master + ": "
                        + (ShutdownHookManager.get().isShutdownInProgress()
                                ? "this process was told to end; run again"
                                : "ended this application, as its executors do not start or it is gone itself; the"
                                        + " lines above and the workers' logs say why: check there that SPARK_HOME is a"
                                        + " Spark of this line and that spark.executor.memory fits"),
                thrown);
    }

    private List<Throwable> causes() {
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
    }

    private String outOfMemory(Throwable error) {
        String message = String.valueOf(error.getMessage());
        return message.contains("direct")
                ? "spark" + where() + ": the memory outside the heap is full (" + message
                        + "); raise spark.executor.memoryOverhead, or pass a smaller --batch"
                : "spark" + where() + ": the heap of an executor is full (" + message + "); " + MORE_HEAP;
    }

    private Optional<String> lost() {
        Matcher lost = LOST.matcher(text());
        if (!lost.find()) {
            return Optional.empty();
        }
        String reason = lost.group(2).strip();
        Matcher host = HOST.matcher(text());
        return Optional.of("spark: executor " + lost.group(1) + (host.find() ? " on host " + host.group(1) : "")
                + " was lost: " + reason
                + remedy(reason));
    }

    private static String remedy(String reason) {
        if (FULL_HEAP.matcher(reason).find()) {
            return ": its heap was full; " + MORE_HEAP;
        }
        return OUTSIDE_THE_HEAP.stream().anyMatch(reason::contains)
                ? "; the CNN works outside the heap: raise spark.executor.memoryOverhead"
                : "; look at its log, and if it was killed for memory raise spark.executor.memoryOverhead";
    }

    private RunFailedException unexpected() {
        List<Throwable> causes = causes();
        Throwable root = causes.get(causes.size() - 1);
        String line = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return new RunFailedException(
                "spark" + where() + ": " + root.getClass().getSimpleName() + ": " + line
                        + "; look at the executor's log, or run again with --verbose",
                thrown);
    }

    /** {@code  (on host ip-10-0-0-7, executor 2)}. */
    private String where() {
        Matcher host = HOST.matcher(text());
        return local || !host.find() ? "" : " (on host " + host.group(1) + ", executor " + host.group(2) + ")";
    }

    private String text() {
        return String.valueOf(thrown.getMessage());
    }

    /** Without a cause: an executor's full heap is not the driver's. */
    private RunFailedException withTrace(String line) {
        RunFailedException failed = new RunFailedException(line);
        failed.addSuppressed(thrown);
        return failed;
    }
}
