package dev.fruits.spark.hadoop;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.sink.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What lies in a local folder of results. */
public final class ResultFiles {
    private ResultFiles() {}

    /** Every file, hidden or not, sorted. */
    public static List<String> entries(Path out) throws IOException {
        if (!Files.exists(out)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(out)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** The parts of a table, in their order. */
    public static List<Path> parts(Path out, String dataset) throws IOException {
        return entries(out).stream()
                .filter(entry -> entry.matches(dataset + "/part-.*\\.parquet"))
                .map(out::resolve)
                .toList();
    }

    /** All rows of a table, as DuckDB reads them. */
    public static List<FeatureRow> rows(Path out, Dataset dataset) throws IOException {
        List<FeatureRow> rows = new ArrayList<>();
        for (Path part : parts(out, dataset.name())) {
            rows.addAll(DuckDb.rows(part.toString(), dataset.vectorColumn()));
        }
        return rows;
    }
}
