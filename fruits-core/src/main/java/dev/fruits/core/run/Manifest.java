package dev.fruits.core.run;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.json.Json;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.json.JsonFields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code manifest.json}: what ran, on what, with what result. Holds no secrets: options are the caller's to choose. */
public final class Manifest {
    private Manifest() {}

    /** The manifest as JSON text. */
    public static String of(RunReport report) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", "fruits-manifest");
        manifest.put("version", 1);
        manifest.put("started", report.started().toString());
        manifest.put("finished", report.started().plus(report.duration()).toString());
        manifest.put("source", report.source().text());
        manifest.put("results", report.results().text());
        manifest.put("model", model(report));
        if (report.reduction() != null) {
            manifest.put(report.projection().kind(), reduction(report.reduction()));
        }
        manifest.put("counts", counts(report));
        manifest.put("ledger_sha256", report.ledger().digest());
        manifest.put("images_per_second", rounded(report.imagesPerSecond()));
        manifest.put("seconds", seconds(report));
        manifest.put("engine", engine(report));
        manifest.put("options", report.options());
        Map<String, Object> host = new LinkedHashMap<>(host());
        host.put("processors", Runtime.getRuntime().availableProcessors());
        host.put("heap_max_mib", Runtime.getRuntime().maxMemory() >> 20);
        manifest.put("host", host);
        return Json.write(manifest);
    }

    /**
     * When the run of a manifest began.
     *
     * @param name of the manifest, for messages
     * @throws RunFailedException if the text does not say so
     */
    public static Instant started(String name, String text) {
        try {
            return Instant.parse(JsonFields.parse(name, text).string("started"));
        } catch (JsonException | DateTimeException e) {
            throw startUnknown(name, String.valueOf(e.getMessage()), e);
        }
    }

    /** Why the start of a run is not known from its manifest. */
    public static RunFailedException startUnknown(String name, String reason, Exception cause) {
        return new RunFailedException(
                "manifest " + name + ": does not say when its run started (" + reason + "); run without --resume",
                cause);
    }

    private static Map<String, Object> reduction(Reduction reduction) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reducer", reduction.reducer());
        fields.put("asked", reduction.requested());
        fields.put("components", reduction.projection().outputDimension());
        fields.putAll(reduction.projection().description());
        return fields;
    }

    private static Map<String, @Nullable Object> model(RunReport report) {
        Map<String, @Nullable Object> model = Json.fields(report.model());
        model.put("dimension", report.dimension());
        return model;
    }

    private static Map<String, Object> counts(RunReport report) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("listed", report.ledger().listed());
        counts.put("results", report.ledger().results());
        counts.put("rejected", report.ledger().rejected());
        counts.put("ignored", report.ledger().ignoredCount());
        counts.put("ignored_by_reason", report.ledger().ignored());
        counts.put("cnn_runs", report.counts().cnnRuns());
        counts.put("reused", report.counts().reused());
        return counts;
    }

    private static Map<String, Object> seconds(RunReport report) {
        Map<String, Object> seconds = new LinkedHashMap<>();
        report.timings().forEach((step, time) -> seconds.put(step, seconds(time)));
        seconds.put("total", seconds(report.duration()));
        return seconds;
    }

    private static double seconds(Duration time) {
        return rounded(time.toNanos() / 1e9);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static Map<String, Object> engine(RunReport report) {
        Map<String, Object> engine = new LinkedHashMap<>();
        engine.put("name", report.engine());
        engine.putAll(report.engineDescription());
        engine.put("batch", report.batch());
        return engine;
    }

    /** Versions of the SDK and Java, operating system and architecture of this machine. */
    public static Map<String, String> host() {
        Map<String, String> host = new LinkedHashMap<>();
        host.put("fruits", version());
        host.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        host.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        host.put("architecture", System.getProperty("os.arch"));
        return host;
    }

    /** The SDK's version as its jar states it; {@code unpackaged} when run from class files. */
    public static String version() {
        String version = Manifest.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
