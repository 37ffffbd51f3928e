package dev.fruits.spark.ml;

import java.io.Serializable;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a stage that reads a vector column and adds another one.
 *
 * @param <S> the stage
 */
public interface VectorColumns<S extends VectorColumns<S>> extends Params {
    /** The two parameters of a stage. */
    record ColumnParams(Param<String> input, Param<String> output) implements Serializable {
        static ColumnParams of(Params stage) {
            Param<String> input = new Param<>(stage, "inputCol", "input column: vector");
            Param<String> output = new Param<>(stage, "outputCol", "output column of components: vector");
            stage.setDefault(input, "features");
            stage.setDefault(output, "components");
            return new ColumnParams(input, output);
        }
    }

    /** Both parameters. */
    ColumnParams columns();

    /** Input column of vectors, {@code features} by default. */
    default Param<String> inputCol() {
        return columns().input();
    }

    /** Output column of components, {@code components} by default. */
    default Param<String> outputCol() {
        return columns().output();
    }

    /** The value of {@link #inputCol}. */
    default String getInputCol() {
        return getOrDefault(inputCol());
    }

    /** The value of {@link #outputCol}. */
    default String getOutputCol() {
        return getOrDefault(outputCol());
    }

    /** Sets {@link #inputCol}. */
    @SuppressWarnings("unchecked")
    default S setInputCol(String column) {
        return (S) set(inputCol(), column);
    }

    /** Sets {@link #outputCol}. */
    @SuppressWarnings("unchecked")
    default S setOutputCol(String column) {
        return (S) set(outputCol(), column);
    }

    /**
     * The schema with the output column.
     *
     * @throws dev.fruits.core.WrongUseException if the input column is not one of vectors, or the output column exists
     */
    default StructType withOutput(StructType schema) {
        Columns.require(
                schema,
                getInputCol(),
                SQLDataTypes.VectorType(),
                "make a vector of it, as org.apache.spark.ml.functions.array_to_vector does of an array");
        Columns.requireFree(schema, getOutputCol(), "outputCol");
        return schema.add(getOutputCol(), SQLDataTypes.VectorType(), true);
    }
}
