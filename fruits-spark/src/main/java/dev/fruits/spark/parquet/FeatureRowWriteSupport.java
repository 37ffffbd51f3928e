package dev.fruits.spark.parquet;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.ResultLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.execution.datasources.parquet.ParquetWriteSupport;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Rows through Spark's own write support, in the columns and with the footer that every sink of fruits gives them. */
final class FeatureRowWriteSupport extends WriteSupport<FeatureRow> {
    private final Dataset dataset;
    private final ParquetWriteSupport spark = new ParquetWriteSupport();
    private long rows;

    FeatureRowWriteSupport(Dataset dataset) {
        this.dataset = dataset;
    }

    @Override
    public String getName() {
        return "fruits";
    }

    @SuppressWarnings(
            "deprecation") // Parquet 1.15's other entry leads here, and Spark's write support has this one alone
    @Override
    public WriteContext init(Configuration configuration) {
        Configuration settings = new Configuration(configuration);
        settings.set("spark.sql.parquet.writeLegacyFormat", "false");
        settings.set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
        settings.set("spark.sql.parquet.fieldId.write.enabled", "false");
        ParquetWriteSupport.setSchema(columns(), settings);
        WriteContext context = spark.init(settings);
        Map<String, String> metadata = new LinkedHashMap<>(context.getExtraMetaData());
        metadata.putAll(ResultLayout.metadata(dataset));
        return new WriteContext(new MessageType("row", context.getSchema().getFields()), metadata);
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        spark.prepareForWrite(consumer);
    }

    @Override
    public void write(FeatureRow row) {
        InternalRow cells = new GenericInternalRow(new Object[] {
            UTF8String.fromString(row.path()),
            UTF8String.fromString(row.label()),
            UnsafeArrayData.fromPrimitiveArray(row.vector().toArray())
        });
        spark.write(cells);
        rows++;
    }

    @Override
    public FinalizedWriteContext finalizeWrite() {
        return new FinalizedWriteContext(Map.of(ResultLayout.ROWS_KEY, String.valueOf(rows)));
    }

    private StructType columns() {
        return new StructType(new StructField[] {
            column("path", DataTypes.StringType),
            column("label", DataTypes.StringType),
            column(dataset.vectorColumn(), DataTypes.createArrayType(DataTypes.FloatType, false))
        });
    }

    private static StructField column(String name, org.apache.spark.sql.types.DataType type) {
        return new StructField(name, type, false, Metadata.empty());
    }
}
