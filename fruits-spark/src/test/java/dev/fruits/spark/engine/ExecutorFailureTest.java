package dev.fruits.spark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

/** Messages as Spark 3.5 and 4.0 word them. */
class ExecutorFailureTest {
    private static final String LOST_TASK =
            "Job aborted due to stage failure: Task 3 in stage 2.0 failed 4 times, most recent failure: Lost task 3.3 in"
                    + " stage 2.0 (TID 41) (ip-10-0-0-7 executor 2): ";

    private static SparkException spark(String reason, Throwable cause) {
        return new SparkException(LOST_TASK + reason, cause);
    }

    @Test
    void wrong_use_names_the_host() {
        ExecutorFailure failure =
                new ExecutorFailure(spark("…", new WrongUseException("model x: no such file")), false);

        assertThatThrownBy(failure::thrown)
                .isInstanceOf(WrongUseException.class)
                .hasMessage("model x: no such file (on host ip-10-0-0-7, executor 2)");
    }

    @Test
    void a_failed_run_is_found_among_the_causes() {
        RuntimeException deep = new IllegalStateException(new RunFailedException("model x: does not load"));

        assertThatThrownBy(new ExecutorFailure(spark("…", deep), false)::thrown)
                .isInstanceOf(RunFailedException.class)
                .hasMessage("model x: does not load (on host ip-10-0-0-7, executor 2)");
    }

    @Test
    void in_the_drivers_own_process_no_host_is_named() {
        IOException full = new IOException("No space left on device");

        assertThat(new ExecutorFailure(spark("…", new UncheckedIOException(full)), true).thrown())
                .isSameAs(full);
    }

    @Test
    void a_source_that_fails_elsewhere_keeps_its_message() {
        assertThat(new ExecutorFailure(spark("…", new UncheckedIOException(new IOException("no route"))), false)
                        .thrown())
                .hasMessage("no route (on host ip-10-0-0-7, executor 2)");
    }

    @Test
    void a_full_heap_of_an_executor_names_its_setting_and_is_not_taken_for_the_drivers() {
        ExecutorFailure failure = new ExecutorFailure(spark("…", new OutOfMemoryError("Java heap space")), false);

        assertThatThrownBy(failure::thrown)
                .isInstanceOf(RunFailedException.class)
                .hasMessage(
                        "spark (on host ip-10-0-0-7, executor 2): the heap of an executor is full (Java heap space);"
                                + " raise spark.executor.memory, or run fewer tasks at once with spark.executor.cores")
                .hasNoCause();
    }

    @Test
    void an_executor_that_ended_itself_with_a_full_heap_names_the_same_setting() {
        String reason = "): ExecutorLostFailure (executor 2 exited caused by one of the running tasks) Reason:"
                + " Command exited with code 52\nDriver stacktrace:";

        assertThatThrownBy(new ExecutorFailure(new SparkException(LOST_TASK + reason), false)::thrown)
                .hasMessageEndingWith("code 52: its heap was full; raise spark.executor.memory, or run fewer tasks at"
                        + " once with spark.executor.cores");
    }

    @Test
    void full_direct_memory_names_the_overhead() {
        OutOfMemoryError direct = new OutOfMemoryError("Cannot reserve 8 bytes of direct buffer memory");

        assertThatThrownBy(new ExecutorFailure(spark("…", direct), false)::thrown)
                .hasMessageContaining("raise spark.executor.memoryOverhead");
    }

    @Test
    void an_executor_that_yarn_killed_for_memory_names_the_overhead() {
        String reason = "ExecutorLostFailure (executor 2 exited caused by one of the running tasks) Reason: Container"
                + " killed by YARN for exceeding physical memory limits. 5.5 GB of 5.5 GB physical memory used. Consider"
                + " boosting spark.executor.memoryOverhead.\nDriver stacktrace:";

        assertThatThrownBy(new ExecutorFailure(new SparkException(LOST_TASK + reason), false)::thrown)
                .isInstanceOf(RunFailedException.class)
                .hasMessageStartingWith("spark: executor 2 on host ip-10-0-0-7 was lost:" + " Container killed by YARN")
                .hasMessageEndingWith("; the CNN runs outside the heap: raise spark.executor.memoryOverhead");
    }

    @Test
    void results_too_large_for_the_driver_name_the_setting() {
        String message = "Job aborted due to stage failure: Total size of serialized results of 5 tasks (1206.3 MiB) is"
                + " bigger than spark.driver.maxResultSize (1024.0 MiB)";

        assertThatThrownBy(new ExecutorFailure(new SparkException(message), false)::thrown)
                .isInstanceOf(RunFailedException.class)
                .hasMessage("spark: SparkException: " + message + "; raise spark.driver.maxResultSize");
    }

    @Test
    void any_other_failure_is_one_line_with_its_root_cause() {
        Exception odd = spark("…", new IllegalStateException("state\nof things"));

        assertThatThrownBy(new ExecutorFailure(odd, false)::thrown)
                .isInstanceOf(RunFailedException.class)
                .hasMessage("spark (on host ip-10-0-0-7, executor 2): IllegalStateException: state; see the"
                        + " executor's log, or run again with --verbose")
                .hasCause(odd);
    }
}
