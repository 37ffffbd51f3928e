package dev.fruits.cli.s3;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.sink.Dataset;
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
import java.util.stream.Stream;

/** Rows as DuckDB reads them, which shares no code with any adapter. */
final class DuckDbRows {
    private DuckDbRows() {}

    /** Those of a table's parts in a local folder, in the order of their names. */
    static List<FeatureRow> of(Path results, Dataset dataset) throws IOException {
        List<FeatureRow> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(results.resolve(dataset.name()))) {
            files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .forEach(part -> rows.addAll(ofPart(part, dataset.vectorColumn())));
        }
        return rows;
    }

    private static List<FeatureRow> ofPart(Path file, String vectorColumn) {
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

    private static FeatureVector vector(Array array) throws SQLException {
        Object[] boxed = (Object[]) array.getArray();
        float[] values = new float[boxed.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (Float) boxed[i];
        }
        return FeatureVector.of(values);
    }
}
