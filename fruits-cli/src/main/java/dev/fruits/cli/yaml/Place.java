package dev.fruits.cli.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** {@code file:line:column}, counted from 1 as editors do. */
final class Place {
    private Place() {}

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // what the parser hands out
    static String of(String file, Optional<Mark> mark) {
        return mark.map(m -> file + ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1))
                .orElse(file);
    }
}
