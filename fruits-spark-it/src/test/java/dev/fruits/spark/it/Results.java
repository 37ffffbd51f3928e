package dev.fruits.spark.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.json.JsonFields;
import dev.fruits.core.pca.PcaProjection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.assertj.core.data.Offset;

/**
 * The results of a run in a local folder, read by DuckDB, which shares no code with any sink.
 *
 * @param folder of the results
 */
record Results(Path folder) {
    private static final double SAME_FEATURES = 1e-6;
    private static final double SAME_VARIANCE = 1e-6;
    private static final double SAME_COMPONENTS = 1e-4;
    /** A score is a sum of 256 products of a feature and an entry. */
    private static final double SAME_SCORES = 1e-3;

    JsonFields manifest() throws IOException {
        return JsonFields.parse("manifest.json", text("manifest.json"));
    }

    private PcaProjection projection() throws IOException {
        return PcaProjection.fromJson("pca.json", text("pca.json"));
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** Fails unless both runs have the same results for every image. */
    void requireSameAs(Results other) throws IOException {
        assertThat(manifest().string("ledger_sha256"))
                .isEqualTo(other.manifest().string("ledger_sha256"));
        assertThat(manifest().object("counts").integer("results")).isEqualTo(FruitFolder.GOOD);
        assertThat(text("rejects/rejects.csv"))
                .isEqualTo(other.text("rejects/rejects.csv"))
                .hasLineCount(1 + FruitFolder.BAD);
        requireSameProjection(projection(), other.projection());
        requireSameRows(other, "features", "features", SAME_FEATURES);
        requireSameRows(other, "reduced", "components", SAME_SCORES);
    }

    private static void requireSameProjection(PcaProjection mine, PcaProjection others) {
        double[] variances = others.explainedVariance().toArray();
        assertThat(mine.explainedVariance().toArray())
                .containsExactly(variances, Offset.offset(SAME_VARIANCE * variances[0]));
        assertThat(mine.outputDimension()).isEqualTo(others.outputDimension());
        for (int i = 0; i < mine.outputDimension(); i++) {
            assertThat(mine.explainedVariance().variance(i))
                    .isCloseTo(variances[i], Offset.offset(SAME_VARIANCE * variances[i]));
            assertThat(mine.components()[i])
                    .as("component " + i)
                    .containsExactly(others.components()[i], Offset.offset(SAME_COMPONENTS));
        }
        assertThat(Arrays.stream(mine.mean()).sum())
                .isCloseTo(Arrays.stream(others.mean()).sum(), Offset.offset(SAME_COMPONENTS));
    }

    private void requireSameRows(Results other, String dataset, String column, double tolerance) {
        String query = """
                SELECT count(*), count(mine.path), count(others.path),
                       count(*) FILTER (mine.label IS DISTINCT FROM others.label OR len(mine.%1$s) <> len(others.%1$s)),
                       max(list_max([abs(pair[1] - pair[2]) FOR pair IN list_zip(mine.%1$s, others.%1$s)]))
                FROM read_parquet('%2$s') mine FULL OUTER JOIN read_parquet('%3$s') others USING (path)
                """.formatted(column, parts(dataset), other.parts(dataset));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            for (int count = 1; count <= 3; count++) {
                assertThat(result.getLong(count)).as(dataset + " of " + folder).isEqualTo(FruitFolder.GOOD);
            }
            assertThat(result.getLong(4)).as("labels and lengths of " + dataset).isZero();
            assertThat(result.getDouble(5)).as(dataset + " of " + folder).isBetween(0.0, tolerance);
        } catch (SQLException e) {
            throw new AssertionError("DuckDB cannot read " + dataset + " of " + folder, e);
        }
    }

    private String parts(String dataset) {
        return folder.resolve(dataset).resolve("*.parquet").toString().replace("'", "''");
    }
}
