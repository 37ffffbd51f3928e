package dev.fruits.spark.parquet;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.sink.Dataset;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.OutputFile;

/** How every table is written: as fruits writes it on a laptop. */
final class PartFile extends ParquetWriter.Builder<FeatureRow, PartFile> {
    private static final long ROW_GROUP_BYTES = 16L << 20;

    private final Dataset dataset;

    private PartFile(OutputFile file, Dataset dataset) {
        super(file);
        this.dataset = dataset;
    }

    /** No dictionary where hardly two values are equal; no BYTE_STREAM_SPLIT, which Spark 3.5 cannot read. */
    static ParquetWriter<FeatureRow> open(Path file, Configuration configuration, Dataset dataset) throws IOException {
        return new PartFile(HadoopOutputFile.fromPath(file, configuration), dataset)
                .withConf(configuration)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withDictionaryEncoding("path", false)
                .withDictionaryEncoding(dataset.vectorColumn() + ".list.element", false)
                .withPageWriteChecksumEnabled(true)
                .build();
    }

    @Override
    protected PartFile self() {
        return this;
    }

    @SuppressWarnings("deprecation") // Parquet 1.15's other entry leads here, and 1.13 has this one alone
    @Override
    protected WriteSupport<FeatureRow> getWriteSupport(Configuration configuration) {
        return new FeatureRowWriteSupport(dataset);
    }
}
