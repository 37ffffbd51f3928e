package dev.fruits.parquet;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/**
 * Where a file keeps path, label and vector. Other columns are left out. A list of floats may have the standard's names
 * ({@code list.element}), older ones ({@code bag.array}, {@code array}) or none of these.
 *
 * @param columns path, label and the vector, in this order, as the file has them
 */
record RowLayout(MessageType columns) {
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
        return columns.getType(RowSchema.VECTOR);
    }

    private static void requireText(Type column) throws IOException {
        if (!isSingle(column, PrimitiveTypeName.BINARY)) {
            throw new IOException("column '" + column.getName() + "' is no text");
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
            throw new IOException("column '" + vector.getName() + "' is no list of floats");
        }
    }

    static Type only(GroupType group) {
        return group.getType(0);
    }
}
