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

    static Function1<Object, Object> by(Check check) {
        return (Function1<Object, Object> & Serializable) value -> {
            check.of(value);
            return true;
        };
    }

    /** For a parameter of text. */
    @SuppressWarnings("unchecked")
    static Function1<String, Object> textBy(Check check) {
        return (Function1<String, Object>) (Function1<?, ?>) by(check);
    }
}
