package dev.fruits.spark.ml;

import dev.fruits.core.Spelling;
import dev.fruits.core.WrongUseException;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.image.ImageSchema;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** The parameters and the checks of the columns of a stage. */
final class Columns {
    /** Why the bytes of Spark's {@code image} source are no encoded images. */
    static final String RAW_PIXELS =
            "comes from Spark's image source, whose bytes are raw pixels; read the files with format(\"binaryFile\")";

    private Columns() {}

    /** A new parameter of text with a default. */
    static Param<String> text(Params stage, String name, String doc, String value) {
        Param<String> param = new Param<>(stage, name, doc);
        stage.setDefault(param, value);
        return param;
    }

    /**
     * Checks that a column exists and has this type.
     *
     * @param remedy for another type
     * @throws WrongUseException if it does not; the message lists the columns
     */
    static void require(StructType schema, String column, DataType type, String remedy) {
        List<String> columns = Arrays.asList(schema.fieldNames());
        if (!columns.contains(column)) {
            throw new WrongUseException("column '" + column + "' is missing" + Spelling.hint(column, columns)
                    + "; columns are: " + String.join(", ", columns));
        }
        DataType found = schema.apply(column).dataType();
        if (found.equals(ImageSchema.columnSchema())) {
            throw new WrongUseException("column '" + column + "' " + RAW_PIXELS);
        }
        if (!found.equals(type)) {
            throw new WrongUseException("column '" + column + "' is of type " + found.simpleString() + ", not "
                    + type.simpleString() + "; " + remedy);
        }
    }

    /**
     * Checks that an output column does not exist yet.
     *
     * @param param the parameter that names the column
     * @throws WrongUseException if it exists
     */
    static void requireFree(StructType schema, String column, String param) {
        if (Arrays.asList(schema.fieldNames()).contains(column)) {
            throw new WrongUseException(
                    "column '" + column + "' already exists; set " + param + " to another name, or drop the column");
        }
    }

    /**
     * The schema with the output column of a stage on vectors.
     *
     * @throws WrongUseException if the input column is not one of vectors, or the output column exists
     */
    static StructType withComponents(StructType schema, InputOutputColumns<?> stage) {
        require(
                schema,
                stage.getInputCol(),
                SQLDataTypes.VectorType(),
                "make a vector of it, as org.apache.spark.ml.functions.array_to_vector does of an array");
        requireFree(schema, stage.getOutputCol(), "outputCol");
        return schema.add(stage.getOutputCol(), SQLDataTypes.VectorType(), true);
    }

    /** True if a column is probably {@code image.data} of Spark's image source, selected beside {@code image.origin}. */
    static boolean isImageSource(StructType schema, String column) {
        return column.equals("data") && Arrays.asList(schema.fieldNames()).contains("origin");
    }
}
