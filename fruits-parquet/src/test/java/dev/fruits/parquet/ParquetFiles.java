package dev.fruits.parquet;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.sink.StoredPart;
import dev.fruits.local.store.LocalResultStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** Reads Parquet files by DuckDB, which shares no code with the sink, and by Parquet's own assembly of rows. */
final class ParquetFiles {
    private ParquetFiles() {}

    static List<FeatureRow> byDuckDb(Path file, String vectorColumn) {
        String query = "SELECT path, label, " + vectorColumn + " FROM read_parquet('"
                + file.toString().replace("'", "''") + "')";
        List<FeatureRow> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(query)) {
            while (results.next()) {
                rows.add(new FeatureRow(results.getString(1), results.getString(2), vector(results.getArray(3))));
            }
        } catch (SQLException e) {
            throw new AssertionError("DuckDB cannot read " + file, e);
        }
        return rows;
    }

    static List<FeatureRow> byParquet(Path file) throws IOException {
        List<FeatureRow> rows = new ArrayList<>();
        PartFile part = part(file);
        ParquetMetadata footer = Footer.read(part);
        MessageType schema = footer.getFileMetaData().getSchema();
        for (BlockMetaData block : footer.getBlocks()) {
            try (RowGroup pages = RowGroup.open(part, block, schema)) {
                RecordReader<Group> groups = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(pages, new GroupRecordConverter(schema));
                for (long i = 0; i < block.getRowCount(); i++) {
                    rows.add(row(groups.read()));
                }
            }
        }
        return rows;
    }

    static ParquetMetadata footer(Path file) throws IOException {
        return Footer.read(part(file));
    }

    private static PartFile part(Path file) throws IOException {
        return new PartFile(
                LocalResultStore.in(file.resolveSibling("")),
                new StoredPart(file.getFileName().toString(), Files.size(file)));
    }

    private static FeatureVector vector(Array array) throws SQLException {
        Object[] boxed = (Object[]) array.getArray();
        float[] values = new float[boxed.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (Float) boxed[i];
        }
        return FeatureVector.of(values);
    }

    private static FeatureRow row(Group group) {
        Group list = group.getGroup(2, 0);
        float[] values = new float[list.getFieldRepetitionCount("list")];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.getGroup("list", i).getFloat("element", 0);
        }
        return new FeatureRow(group.getString("path", 0), group.getString("label", 0), FeatureVector.of(values));
    }
}
