package dev.fruits.emr;

import dev.fruits.aws.s3.S3Objects;
import dev.fruits.core.image.Location;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What the driver wrote to its standard error, as far as EMR has copied it to S3. */
record DriverLog(S3Objects store) {
    /** Of YARN's first container of an application, of a step, or of a Serverless job's driver. */
    private static final Pattern DRIVER = Pattern.compile(
            ".*(/containers/application_[^/]+/container_[^/]*_000001/stderr|/steps/[^/]+/stderr|/SPARK_DRIVER/stderr)(\\.gz)?");

    /** The last lines of the first place that has a log; the newest where there are several. */
    List<String> last(List<Location> places, int lines) throws IOException {
        for (Location place : places) {
            Optional<Location> newest = store.list(place).stream()
                    .filter(object -> DRIVER.matcher(object.text()).matches())
                    .reduce((earlier, later) -> later);
            if (newest.isPresent()) {
                return tail(newest.get(), lines);
            }
        }
        return List.of();
    }

    private List<String> tail(Location object, int lines) throws IOException {
        Optional<byte[]> bytes = store.read(object);
        Deque<String> last = new ArrayDeque<>();
        try (InputStream raw = new ByteArrayInputStream(bytes.orElse(new byte[0]));
                InputStream plain =
                        object.text().endsWith(".gz") && bytes.isPresent() ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null) {
                last.add(line);
                if (last.size() > lines) {
                    last.remove();
                }
                line = reader.readLine();
            }
        }
        return List.copyOf(last);
    }
}
