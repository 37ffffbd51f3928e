package dev.fruits.emr;

import dev.fruits.aws.s3.S3Objects;
import dev.fruits.core.image.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Those of a run's results that a person reads. */
record ReportFiles(S3Objects store) {
    private static final List<String> NAMES =
            List.of("manifest.json", "report.html", "explained-variance.csv", "rejects/rejects.csv");

    List<Path> bring(Location results, Path folder) throws IOException {
        List<Path> brought = new ArrayList<>();
        for (String name : NAMES) {
            Path file = folder.resolve(name);
            if (store.download(results.resolve(name), file)) {
                brought.add(file);
            }
        }
        return List.copyOf(brought);
    }
}
