package dev.fruits.djl;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In what form weights come, and which of DJL's engines runs them. */
enum WeightsKind {
    ONNX(".onnx", "OnnxRuntime"),
    TORCH_SCRIPT(".pt", "PyTorch");

    private final String ending;
    private final String engine;

    WeightsKind(String ending, String engine) {
        this.ending = ending;
        this.engine = engine;
    }

    /** By the end of a file's name, in any case; empty for other files. */
    static Optional<WeightsKind> of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> name.endsWith(kind.ending) && name.length() > kind.ending.length())
                .findFirst();
    }

    /** {@code .onnx}. */
    String ending() {
        return ending;
    }

    /** As DJL names it. */
    String engine() {
        return engine;
    }

    /** A file's name without its ending. */
    String stem(String file) {
        return file.substring(0, file.length() - ending.length());
    }
}
