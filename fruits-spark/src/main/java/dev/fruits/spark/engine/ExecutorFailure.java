package dev.fruits.spark.engine;

import dev.fruits.core.Failures;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.util.ShutdownHookManager;

/** Turns an exception of Spark into the failure of the executor: one line that names the thing, the host and the remedy. */
final class ExecutorFailure {
    /** {@code Lost task 3.1 in stage 2.0 (TID 41) (ip-10-0-0-7 executor 2): …}. */
    private static final Pattern HOST = Pattern.compile("\\(TID \\d+\\) \\((\\S+) executor (\\S+?)\\)");

    private static final Pattern LOST = Pattern.compile("ExecutorLostFailure \\(executor (\\S+).*?Reason: ([^\\n]*)");
    private static final List<String> OUTSIDE_THE_HEAP =
            List.of("memoryOverhead", "exceeding", "direct buffer memory", "exit code 137", "code 137", "SIGKILL");

    private static final String RESULT_SIZE = "spark.driver.maxResultSize";

    /** Exit code of an executor whose heap is full. */
    private static final Pattern FULL_HEAP = Pattern.compile("\\bcode 52\\b");

    private static final String MORE_HEAP =
            "raise spark.executor.memory, or run fewer tasks at once with spark.executor.cores";

    private final Exception thrown;
    private final boolean local;

    /** @param local whether tasks run in the driver's process, so that no host is named */
    ExecutorFailure(Exception thrown, boolean local) {
        this.thrown = thrown;
        this.local = local;
    }

    /** Throws the failure, or returns it if it is an {@link IOException}. */
    IOException thrown() {
        for (Throwable cause : Failures.chain(thrown).toList()) {
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

    /** The failure of a job whose session ended. */
    static RunFailedException sessionEnded(String master, Exception thrown) {
        return new RunFailedException(
                "spark.master " + master + ": "
                        + (ShutdownHookManager.get().isShutdownInProgress()
                                ? "this process was asked to stop; run again"
                                : "stopped this application, because its executors do not start or it stopped itself;"
                                        + " the lines above and the logs of the workers show the reason: check that"
                                        + " SPARK_HOME is a Spark of this line and that spark.executor.memory fits"),
                thrown);
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
                ? "; the CNN runs outside the heap: raise spark.executor.memoryOverhead"
                : "; see its log; if it was killed for memory, raise spark.executor.memoryOverhead";
    }

    private RunFailedException unexpected() {
        Throwable root = Failures.root(thrown);
        String line = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return new RunFailedException(
                "spark" + where() + ": " + root.getClass().getSimpleName() + ": " + line
                        + (line.contains(RESULT_SIZE)
                                ? "; raise " + RESULT_SIZE
                                : "; see the executor's log, or run again with --verbose"),
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

    /** The trace is suppressed, not the cause: an OutOfMemoryError of an executor is not the driver's. */
    private RunFailedException withTrace(String line) {
        RunFailedException failed = new RunFailedException(line);
        failed.addSuppressed(thrown);
        return failed;
    }
}
