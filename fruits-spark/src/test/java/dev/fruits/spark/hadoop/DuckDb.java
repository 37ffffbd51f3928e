package dev.fruits.spark.hadoop;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads Parquet with DuckDB, which shares no code with Spark. */
public final class DuckDb {
    private DuckDb() {}

    /** The rows of one file, or of all that {@code glob} matches. */
    public static List<FeatureRow> rows(String glob, String vectorColumn) {
        List<FeatureRow> rows = new ArrayList<>();
        String query = "SELECT path, label, " + vectorColumn + " FROM read_parquet('" + glob.replace("'", "''") + "')";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(query)) {
            while (results.next()) {
                rows.add(new FeatureRow(results.getString(1), results.getString(2), vector(results.getArray(3))));
            }
        } catch (SQLException e) {
            throw new AssertionError("DuckDB cannot read " + glob, e);
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
