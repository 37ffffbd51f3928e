package dev.fruits.train;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.RunFailedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyTorchTest {
    @ParameterizedTest
    @CsvSource({"Linux, amd64", "Linux, aarch64", "Mac OS X, aarch64", "Windows 11, amd64"})
    void there_are_natives_for(String system, String processor) {
        assertThatCode(() -> PyTorch.requirePlatform(system, processor)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"Linux, riscv64", "Mac OS X, x86_64", "Windows 11, aarch64", "FreeBSD, amd64"})
    void where_there_are_none_training_is_refused_and_the_places_where_it_runs_are_named(
            String system, String processor) {
        assertThatThrownBy(() -> PyTorch.requirePlatform(system, processor))
                .isInstanceOf(RunFailedException.class)
                .hasMessageStartingWith("PyTorch on " + system + " " + processor + ": there is none; train on Linux");
    }
}
