package dev.fruits.parquet;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.jspecify.annotations.Nullable;

/** The pages of one column in one row group; one is in memory at a time. Checksums are verified. */
final class ColumnPages implements PageReader {
    private static final int BUFFER_BYTES = 1 << 16;

    private final ColumnChunkMetaData column;
    private final PageCodec codec;
    private final InputStream chunk;
    private long valuesLeft;
    private @Nullable PageHeader ahead;

    ColumnPages(ColumnChunkMetaData column, PartFile file) throws IOException {
        this.column = column;
        this.codec = PageCodec.of(column.getCodec());
        this.chunk = new BufferedInputStream(file.open(column.getStartingPos(), column.getTotalSize()), BUFFER_BYTES);
        this.valuesLeft = column.getValueCount();
    }

    @Override
    public long getTotalValueCount() {
        return column.getValueCount();
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
        try {
            PageHeader header = Util.readPageHeader(chunk);
            if (header.getType() != PageType.DICTIONARY_PAGE) {
                ahead = header;
                return null;
            }
            DictionaryPageHeader dictionary = header.getDictionary_page_header();
            return new DictionaryPage(unpacked(header), dictionary.getNum_values(), encoding(dictionary.getEncoding()));
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
            PageHeader header = nextHeader();
            DataPage page = switch (header.getType()) {
                case DATA_PAGE -> page(header.getData_page_header(), header);
                case DATA_PAGE_V2 -> page(header.getData_page_header_v2(), header);
                default -> throw new IOException("a page of type " + header.getType() + " in " + column.getPath());
            };
            valuesLeft -= page.getValueCount();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        try {
            chunk.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PageHeader nextHeader() throws IOException {
        PageHeader header = ahead;
        ahead = null;
        return header == null ? Util.readPageHeader(chunk) : header;
    }

    private DataPageV1 page(DataPageHeader data, PageHeader header) throws IOException {
        return new DataPageV1(
                unpacked(header),
                data.getNum_values(),
                header.getUncompressed_page_size(),
                noStatistics(),
                encoding(data.getRepetition_level_encoding()),
                encoding(data.getDefinition_level_encoding()),
                encoding(data.getEncoding()));
    }

    /** In pages of version 2, the levels come before the values and are never compressed. */
    private DataPageV2 page(DataPageHeaderV2 data, PageHeader header) throws IOException {
        byte[] stored = stored(header);
        int repetition = data.getRepetition_levels_byte_length();
        int levels = repetition + data.getDefinition_levels_byte_length();
        byte[] packed = Arrays.copyOfRange(stored, levels, stored.length);
        byte[] values =
                data.isIs_compressed() ? codec.unpack(packed, header.getUncompressed_page_size() - levels) : packed;
        return DataPageV2.uncompressed(
                data.getNum_rows(),
                data.getNum_nulls(),
                data.getNum_values(),
                BytesInput.from(stored, 0, repetition),
                BytesInput.from(stored, repetition, levels - repetition),
                encoding(data.getEncoding()),
                BytesInput.from(values),
                noStatistics());
    }

    /** Without statistics, no row is skipped. */
    private Statistics<?> noStatistics() {
        return Statistics.createStats(column.getPrimitiveType());
    }

    private BytesInput unpacked(PageHeader header) throws IOException {
        return BytesInput.from(codec.unpack(stored(header), header.getUncompressed_page_size()));
    }

    private byte[] stored(PageHeader header) throws IOException {
        int size = header.getCompressed_page_size();
        if (size < 0 || size > column.getTotalSize()) {
            throw new IOException("a page of " + size + " bytes in " + column.getPath());
        }
        byte[] bytes = chunk.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException(column.getPath() + " ends too early");
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        if (header.isSetCrc() && header.getCrc() != (int) checksum.getValue()) {
            throw new IOException("a page of " + column.getPath() + " does not match its checksum");
        }
        return bytes;
    }

    private static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
        return Encoding.valueOf(encoding.name());
    }
}
