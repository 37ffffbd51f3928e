package dev.fruits.spark.ml;

import java.io.Serializable;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * The parameters {@code inputCol} and {@code outputCol} of a stage.
 *
 * @param <S> the stage
 */
public interface InputOutputColumns<S extends InputOutputColumns<S>> extends Params {
    /** Both parameters. */
    record ColumnParams(Param<String> input, Param<String> output) implements Serializable {
        static ColumnParams ofVectors(Params stage) {
            return new ColumnParams(
                    Columns.text(stage, "inputCol", "input column: vector", "features"),
                    Columns.text(stage, "outputCol", "output column of components: vector", "components"));
        }
    }

    ColumnParams columns();

    /** Input column, {@code features} by default; {@code content} of an {@link ImageFeaturizer}. */
    default Param<String> inputCol() {
        return columns().input();
    }

    /** Output column, {@code components} by default; {@code features} of an {@link ImageFeaturizer}. */
    default Param<String> outputCol() {
        return columns().output();
    }

    default String getInputCol() {
        return getOrDefault(inputCol());
    }

    default String getOutputCol() {
        return getOrDefault(outputCol());
    }

    @SuppressWarnings("unchecked")
    default S setInputCol(String column) {
        return (S) set(inputCol(), column);
    }

    @SuppressWarnings("unchecked")
    default S setOutputCol(String column) {
        return (S) set(outputCol(), column);
    }
}
