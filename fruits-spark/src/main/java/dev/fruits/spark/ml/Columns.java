package dev.fruits.spark.ml;

import dev.fruits.core.Spelling;
import dev.fruits.core.WrongUseException;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** What a stage asks of the columns that it reads and makes. */
final class Columns {
    private Columns() {}

    /**
     * Refuses a column that is not there or of another type.
     *
     * @param remedy what follows on the wrong type
     * @throws WrongUseException with the columns that there are
     */
    static void require(StructType schema, String column, DataType type, String remedy) {
        List<String> there = Arrays.asList(schema.fieldNames());
        if (!there.contains(column)) {
            throw new WrongUseException("column '" + column + "' is missing" + Spelling.hint(column, there)
                    + "; columns are: " + String.join(", ", there));
        }
        DataType found = schema.apply(column).dataType();
        if (!found.equals(type)) {
            throw new WrongUseException("column '" + column + "' is of type " + found.simpleString() + ", not "
                    + type.simpleString() + "; " + remedy);
        }
    }

    /**
     * Refuses to replace a column.
     *
     * @param param the parameter that names the column
     * @throws WrongUseException if the column is there
     */
    static void requireFree(StructType schema, String column, String param) {
        if (Arrays.asList(schema.fieldNames()).contains(column)) {
            throw new WrongUseException(
                    "column '" + column + "' is there already; set " + param + " to another name, or drop the column");
        }
    }
}
