package dev.fruits.parquet;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.sink.Dataset;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/** The settings that every table is written with. */
final class RowWriterBuilder extends ParquetWriter.Builder<FeatureRow, RowWriterBuilder> {
    private static final long ROW_GROUP_BYTES = 16L << 20;

    private final Dataset dataset;

    private RowWriterBuilder(OutputFile file, Dataset dataset) {
        super(file);
        this.dataset = dataset;
    }

    /**
     * No dictionary, as hardly any two values are equal; no statistics of vectors, as nobody filters by them; no
     * BYTE_STREAM_SPLIT, as Spark 3.5 cannot read it.
     */
    static ParquetWriter<FeatureRow> open(OutputFile file, Dataset dataset) throws IOException {
        String element = dataset.vectorColumn() + ".list.element";
        return new RowWriterBuilder(file, dataset)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withCodecFactory(new ZstdCodecs())
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withDictionaryEncoding("path", false)
                .withDictionaryEncoding(element, false)
                .withByteStreamSplitEncoding(element, false)
                .withStatisticsEnabled(element, false)
                .withSizeStatisticsEnabled(element, false)
                .withPageWriteChecksumEnabled(true)
                .build();
    }

    @Override
    protected RowWriterBuilder self() {
        return this;
    }

    /** Never called: its parameter is a type of Hadoop, which is absent at run time. */
    @SuppressWarnings("deprecation") // the base class leaves it abstract
    @Override
    protected WriteSupport<FeatureRow> getWriteSupport(Configuration configuration) {
        return new RowWriteSupport(dataset);
    }

    @Override
    protected WriteSupport<FeatureRow> getWriteSupport(ParquetConfiguration configuration) {
        return new RowWriteSupport(dataset);
    }
}
