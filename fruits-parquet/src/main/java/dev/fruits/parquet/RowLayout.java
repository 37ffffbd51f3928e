package dev.fruits.parquet;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * The columns of path, label and vector in a file. Other columns are skipped. A list of floats may have the names of the
 * standard ({@code list.element}), older names ({@code bag.array}, {@code array}) or any others.
 *
 * @param columns path, label and the vector, in this order, with the types of the file
 */
record RowLayout(MessageType columns) {
    static final int PATH = 0;
    static final int LABEL = 1;
    static final int VECTOR = 2;

    /**
     * The columns that are written: {@code path} and {@code label} as strings, and the vector as a list in its standard
     * form of three levels.
     */
    static MessageType written(String vectorColumn) {
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

    static RowLayout of(MessageType file, String vectorColumn) throws IOException {
        for (String name : List.of("path", "label", vectorColumn)) {
            if (!file.containsField(name)) {
                throw new IOException("has no column '" + name + "', only "
                        + file.getFields().stream().map(Type::getName).collect(Collectors.joining(", ")));
            }
        }
        requireText(file.getType("path"));
        requireText(file.getType("label"));
        requireFloats(file.getType(vectorColumn));
        return new RowLayout(new MessageType(
                file.getName(), file.getType("path"), file.getType("label"), file.getType(vectorColumn)));
    }

    Type vector() {
        return columns.getType(VECTOR);
    }

    private static void requireText(Type column) throws IOException {
        if (!isSingle(column, PrimitiveTypeName.BINARY)) {
            throw new IOException("column '" + column.getName() + "' is not text");
        }
    }

    private static boolean isSingle(Type column, PrimitiveTypeName type) {
        return column.isPrimitive()
                && column.asPrimitiveType().getPrimitiveTypeName() == type
                && !column.isRepetition(Repetition.REPEATED);
    }

    private static void requireFloats(Type vector) throws IOException {
        int repeated = 0;
        Type part = vector;
        while (!part.isPrimitive() && part.asGroupType().getFieldCount() == 1) {
            part = only(part.asGroupType());
            repeated += part.isRepetition(Repetition.REPEATED) ? 1 : 0;
        }
        boolean isFloat =
                part.isPrimitive() && part.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.FLOAT;
        if (!isFloat || repeated != 1) {
            throw new IOException("column '" + vector.getName() + "' is not a list of floats");
        }
    }

    static Type only(GroupType group) {
        return group.getType(0);
    }
}
