package dev.fruits.local.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputDecompressor;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.jspecify.annotations.Nullable;

/** The pages of one column in one row group, unpacked one at a time. Every page's checksum is verified. */
final class ColumnPages implements PageReader {
    private final ColumnChunkMetaData column;
    private final BytesInputDecompressor decompressor;
    private final ByteArrayInputStream chunk;
    private long valuesLeft;

    /** @param chunk all pages as the file holds them */
    ColumnPages(ColumnChunkMetaData column, byte[] chunk) {
        this.column = column;
        this.decompressor = new ZstdCodecs().getDecompressor(column.getCodec());
        this.chunk = new ByteArrayInputStream(chunk);
        this.valuesLeft = column.getValueCount();
    }

    @Override
    public long getTotalValueCount() {
        return column.getValueCount();
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
        try {
            chunk.mark(0);
            PageHeader header = Util.readPageHeader(chunk);
            if (header.getType() != PageType.DICTIONARY_PAGE) {
                chunk.reset();
                return null;
            }
            return new DictionaryPage(
                    unpacked(header),
                    header.getDictionary_page_header().getNum_values(),
                    encoding(header.getDictionary_page_header().getEncoding()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable DataPage readPage() {
        if (valuesLeft <= 0) {
            return null;
        }
        try {
            PageHeader header = Util.readPageHeader(chunk);
            if (header.getType() != PageType.DATA_PAGE) {
                throw new IOException("a page of type " + header.getType() + " in " + column.getPath());
            }
            DataPageHeader data = header.getData_page_header();
            valuesLeft -= data.getNum_values();
            return page(data, header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataPageV1 page(DataPageHeader data, PageHeader header) throws IOException {
        return new DataPageV1(
                unpacked(header),
                data.getNum_values(),
                header.getUncompressed_page_size(),
                Statistics.createStats(column.getPrimitiveType()), // empty: no row is skipped
                encoding(data.getRepetition_level_encoding()),
                encoding(data.getDefinition_level_encoding()),
                encoding(data.getEncoding()));
    }

    private BytesInput unpacked(PageHeader header) throws IOException {
        byte[] packed = chunk.readNBytes(header.getCompressed_page_size());
        CRC32 checksum = new CRC32();
        checksum.update(packed);
        if (!header.isSetCrc() || header.getCrc() != (int) checksum.getValue()) {
            throw new IOException("a page of " + column.getPath() + " does not have its checksum");
        }
        return decompressor.decompress(BytesInput.from(packed), header.getUncompressed_page_size());
    }

    private static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
        return Encoding.valueOf(encoding.name());
    }
}
