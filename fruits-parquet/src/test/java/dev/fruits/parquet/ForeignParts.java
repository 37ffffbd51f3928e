package dev.fruits.parquet;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.GroupWriter;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Parts as others write them: with dictionaries, other compressions, other layouts, pages of both versions. */
final class ForeignParts {
    private static final int DIMENSION = 16;

    private ForeignParts() {}

    /** Rows {@code from} to {@code to}, as DuckDB writes them with {@code options}, and what they must read as. */
    static List<FeatureRow> byDuckDb(Path file, int from, int to, String options) {
        query(file, """
                SELECT 'Kiwi ' || (i %% 7) || '/' || i || '.jpg' AS path, 'Kiwi ' || (i %% 7) AS label,
                    list_transform(range(%d), j -> (((i * 31 + j * 7) %% 1000) / 8.0)::FLOAT) AS features
                FROM range(%d, %d) t(i)
                """.formatted(DIMENSION, from, to), options);
        return IntStream.range(from, to)
                .mapToObj(i -> new FeatureRow("Kiwi " + i % 7 + "/" + i + ".jpg", "Kiwi " + i % 7, vector(i)))
                .toList();
    }

    private static FeatureVector vector(int row) {
        float[] values = new float[DIMENSION];
        for (int j = 0; j < values.length; j++) {
            values[j] = (row * 31 + j * 7) % 1000 / 8.0f;
        }
        return FeatureVector.of(values);
    }

    static void query(Path file, String query, String options) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + file.toString().replace("'", "''") + "' (" + options + ")");
        } catch (SQLException e) {
            throw new AssertionError("DuckDB cannot write " + file, e);
        }
    }

    /** Rows as parquet-java writes them: dictionaries wherever they help, small pages, row groups of 64 kB. */
    static void byParquet(Path file, MessageType schema, WriterVersion version, List<FeatureRow> rows)
            throws IOException {
        try (ParquetWriter<Group> writer = new Builder(new PartStream(Files.newOutputStream(file)), schema)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withCodecFactory(new ZstdCodecs())
                .withWriterVersion(version)
                .withDictionaryEncoding(true)
                .withPageSize(4096)
                .withRowGroupSize(65536L)
                .build()) {
            for (FeatureRow row : rows) {
                writer.write(group(schema, row));
            }
        }
    }

    /** Which kinds of data pages a file holds. */
    static Set<String> dataPageTypes(Path file) throws IOException {
        Set<String> types = new TreeSet<>();
        byte[] bytes = Files.readAllBytes(file);
        for (ColumnChunkMetaData column :
                ParquetFiles.footer(file).getBlocks().get(0).getColumns()) {
            ByteArrayInputStream chunk =
                    new ByteArrayInputStream(bytes, (int) column.getStartingPos(), (int) column.getTotalSize());
            while (chunk.available() > 0) {
                PageHeader header = Util.readPageHeader(chunk);
                chunk.skipNBytes(header.getCompressed_page_size());
                types.add(header.getType().name());
            }
        }
        types.remove(PageType.DICTIONARY_PAGE.name());
        return types;
    }

    private static Group group(MessageType schema, FeatureRow row) {
        Group group = new SimpleGroup(schema);
        if (schema.containsField("size")) {
            group.append("size", 3L);
        }
        group.append("path", row.path()).append("label", row.label());
        Group list = group.addGroup("features");
        GroupType type = schema.getType("features").asGroupType();
        for (int i = 0; i < row.vector().dimension(); i++) {
            boolean direct = type.getType(0).isPrimitive();
            (direct ? list : list.addGroup(0)).add(0, row.vector().get(i));
        }
        return group;
    }

    private static final class Builder extends ParquetWriter.Builder<Group, Builder> {
        private final MessageType schema;

        Builder(OutputFile file, MessageType schema) {
            super(file);
            this.schema = schema;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @SuppressWarnings("deprecation") // the base class leaves it abstract
        @Override
        protected WriteSupport<Group> getWriteSupport(Configuration configuration) {
            return new Groups(schema);
        }

        @Override
        protected WriteSupport<Group> getWriteSupport(ParquetConfiguration configuration) {
            return new Groups(schema);
        }
    }

    private static final class Groups extends WriteSupport<Group> {
        private final MessageType schema;
        private @Nullable GroupWriter writer;

        Groups(MessageType schema) {
            this.schema = schema;
        }

        @SuppressWarnings("deprecation") // the base class leaves it abstract
        @Override
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            writer = new GroupWriter(consumer, schema);
        }

        @Override
        public void write(Group group) {
            Objects.requireNonNull(writer).write(group);
        }
    }
}
