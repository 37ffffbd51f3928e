package dev.fruits.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.json.JsonException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new WrongUseException("pca 0: no"), 2, "pca 0: no"),
                Arguments.of(new RunFailedException("model x:\n  broken \n"), 1, "model x: broken"),
                Arguments.of(new JsonException("pca.json:1:1: no"), 1, "pca.json:1:1: no"),
                Arguments.of(new NoSuchFileException("/a"), 1, "/a: no such file or folder; check the path"),
                Arguments.of(
                        new AccessDeniedException("/a"),
                        1,
                        "/a: access is denied; check its permissions and its owner"),
                Arguments.of(
                        new FileAlreadyExistsException("/a"),
                        1,
                        "/a: already exists; remove it or choose another location"),
                Arguments.of(new NotDirectoryException("/a"), 1, "/a: is a file; give a folder"),
                Arguments.of(
                        new FileSystemException("/a", null, "Not a directory"),
                        1,
                        "/a: a part of the path is a file; check the path"),
                Arguments.of(
                        new IOException("out /a: cannot be written to (Not a directory); give another --out"),
                        1,
                        "out /a: cannot be written to (Not a directory); give another --out"),
                Arguments.of(
                        new IOException("No space left on device"),
                        1,
                        "disk: the disk is full; free space or choose another --out"),
                Arguments.of(
                        new UncheckedIOException(new FileSystemException("/a", null, "Read-only file system")),
                        1,
                        "/a: the file system is read-only; choose another --out"),
                Arguments.of(
                        new UnknownHostException("s3.example"),
                        1,
                        "network: s3.example cannot be reached; check the connection and the address"),
                Arguments.of(
                        new IOException("stream is odd"),
                        1,
                        "input or output failed: stream is odd; --verbose shows where"),
                Arguments.of(
                        new NoClassDefFoundError("ai/djl/Model"),
                        1,
                        "class path: java.lang.NoClassDefFoundError: ai/djl/Model; build again with ./mvnw clean package"),
                Arguments.of(
                        new IllegalStateException("odd"),
                        1,
                        "unexpected java.lang.IllegalStateException: odd; a defect of fruits: run again with --verbose"
                                + " and report the trace"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_is_one_line_that_names_the_thing_and_the_remedy(Throwable thrown, int exitCode, String line) {
        assertThat(Failure.of(thrown)).isEqualTo(new Failure(exitCode, line));
    }

    @Test
    void an_invalid_path_is_wrong_use() {
        Failure failure = Failure.of(org.assertj.core.api.Assertions.catchThrowable(() -> Path.of("a\0b")));
        assertThat(failure.exitCode()).isEqualTo(2);
        assertThat(failure.line()).contains("is not a valid path on this machine");
    }

    @Test
    void a_full_heap_is_recognised_however_it_is_wrapped() {
        Failure failure = Failure.of(new RunFailedException("extract: a worker failed", new OutOfMemoryError("heap")));
        assertThat(failure.exitCode()).isEqualTo(1);
        assertThat(failure.line()).startsWith("memory: the heap of ").contains("FRUITS_OPTS=-Xmx", "--batch");
    }

    @Test
    void the_stack_trace_is_shown_only_when_asked_for() {
        StringWriter plain = new StringWriter();
        StringWriter verbose = new StringWriter();
        WrongUseException thrown = new WrongUseException("no");
        assertThat(Failure.report(thrown, new PrintWriter(plain), false)).isEqualTo(2);
        assertThat(Failure.report(thrown, new PrintWriter(verbose), true)).isEqualTo(2);
        assertThat(plain.toString()).isEqualToNormalizingNewlines("fruits: no\n");
        assertThat(verbose.toString()).startsWith("fruits: no").contains("WrongUseException", "\tat ");
    }
}
