package dev.fruits.spark.ml;

import java.io.Serializable;
import scala.Function1;

/** Validators of parameters, which Spark calls whenever a value is set, also from a parameter map or a saved stage. */
final class Validated {
    /** Throws a {@link dev.fruits.core.WrongUseException} for a value that the parameter does not accept. */
    @FunctionalInterface
    interface Check extends Serializable {
        Object of(Object value);
    }

    private Validated() {}

    static <T> Function1<T, Object> by(Check check) {
        return (Function1<T, Object> & Serializable) value -> {
            check.of(value);
            return true;
        };
    }
}
