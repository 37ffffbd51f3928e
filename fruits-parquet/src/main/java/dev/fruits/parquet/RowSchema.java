package dev.fruits.parquet;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** The columns of every table. */
final class RowSchema {
    static final int PATH = 0;
    static final int LABEL = 1;
    static final int VECTOR = 2;

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
}
