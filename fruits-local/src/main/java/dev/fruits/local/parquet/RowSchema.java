package dev.fruits.local.parquet;

import dev.fruits.core.sink.Dataset;
import java.util.Map;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** The columns of every table, and what a file's footer says of it. */
final class RowSchema {
    static final int PATH = 0;
    static final int LABEL = 1;
    static final int VECTOR = 2;

    static final String VERSION_KEY = "fruits.schema";
    static final String VERSION = "1";
    static final String DATASET_KEY = "fruits.dataset";
    static final String ORIGIN_KEY = "fruits.origin";
    static final String ROWS_KEY = "fruits.rows";

    private RowSchema() {}

    /** {@code path} and {@code label} as strings, and the vector as a list in its standard form of three levels. */
    static MessageType columns(String vectorColumn) {
        return Types.buildMessage()
                .required(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named("path")
                .required(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named("label")
                .requiredList()
                .requiredElement(PrimitiveTypeName.FLOAT)
                .named(vectorColumn)
                .named("row");
    }

    static String elementColumn(String vectorColumn) {
        return vectorColumn + ".list.element";
    }

    static Map<String, String> footer(Dataset dataset) {
        return Map.of(VERSION_KEY, VERSION, DATASET_KEY, dataset.name(), ORIGIN_KEY, dataset.origin());
    }
}
