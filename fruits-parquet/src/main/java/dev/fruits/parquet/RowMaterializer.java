package dev.fruits.parquet;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Assembles rows from the columns of {@link RowLayout#columns}. */
final class RowMaterializer extends RecordMaterializer<FeatureRow> {
    private final StringColumn path = new StringColumn();
    private final StringColumn label = new StringColumn();
    private final Elements elements = new Elements();
    private final GroupConverter root;

    RowMaterializer(RowLayout layout) {
        this.root = new Group(path, label, vectorOf(layout.vector())) {
            @Override
            public void start() {
                path.value = null;
                label.value = null;
                elements.count = 0;
            }
        };
    }

    @Override
    public FeatureRow getCurrentRecord() {
        return new FeatureRow(
                path.required("path"), label.required("label"), FeatureVector.of(elements.values, 0, elements.count));
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    private Converter vectorOf(Type part) {
        return part.isPrimitive() ? elements : new Group(vectorOf(RowLayout.only(part.asGroupType())));
    }

    private static class Group extends GroupConverter {
        private final Converter[] fields;

        Group(Converter... fields) {
            this.fields = fields;
        }

        @Override
        public Converter getConverter(int field) {
            return fields[field];
        }

        @Override
        public void start() {
            // groups have no state
        }

        @Override
        public void end() {
            // getCurrentRecord returns the row
        }
    }

    private static final class StringColumn extends PrimitiveConverter {
        private @Nullable String value;

        @Override
        public void addBinary(Binary binary) {
            value = binary.toStringUsingUTF8();
        }

        String required(String column) {
            if (value == null) {
                throw new IllegalStateException("a row has no " + column);
            }
            return value;
        }
    }

    private static final class Elements extends PrimitiveConverter {
        private float[] values = new float[2048];
        private int count;

        @Override
        public void addFloat(float value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = value;
        }
    }
}
