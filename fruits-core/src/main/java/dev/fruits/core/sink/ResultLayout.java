package dev.fruits.core.sink;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The names of a run's files, the metadata of a table's files and the rules that every sink and store follows. */
public final class ResultLayout {
    /** Files beside the tables, the marker first. */
    public static final List<String> OWN_FILES =
            List.of(ResultSink.SUCCESS_MARKER, "manifest.json", "report.html", "pca.json", "explained-variance.csv");

    /** Folders of a run. Only files with the names of {@link #isOwn} belong to it. */
    public static final List<String> OWN_FOLDERS = List.of(Dataset.FEATURES, Dataset.REDUCED, "rejects");

    public static final String VERSION_KEY = "fruits.schema";
    public static final String VERSION = "1";
    public static final String DATASET_KEY = "fruits.dataset";
    public static final String ORIGIN_KEY = "fruits.origin";
    public static final String ROWS_KEY = "fruits.rows";

    private static final List<String> OWN_PREFIXES =
            List.of("part-", ".part-", "rejects.", ResultSink.SUCCESS_MARKER, "._SUCCESS");

    private ResultLayout() {}

    /** True if a file of this name in one of {@link #OWN_FOLDERS} belongs to a run. */
    public static boolean isOwn(String name) {
        return OWN_PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** True if a file of this name in a table's folder is a part of it. */
    public static boolean isPart(String name) {
        return name.startsWith("part-");
    }

    /** The metadata of a table's file; {@link #ROWS_KEY} is added when its rows are counted. */
    public static Map<String, String> metadata(Dataset dataset) {
        return Map.of(VERSION_KEY, VERSION, DATASET_KEY, dataset.name(), ORIGIN_KEY, dataset.origin());
    }

    /** The error if results exist and may not be replaced. */
    public static WrongUseException refusal(Location location) {
        return new WrongUseException("out " + location + ": already holds a run's results; pass --overwrite to"
                + " replace them, --resume to reuse its features, or another --out");
    }

    /** The error if a location has no marker. */
    public static WrongUseException unfinished(Location location, boolean hasManifest) {
        return new WrongUseException("run " + location + ": holds no " + ResultSink.SUCCESS_MARKER
                + (hasManifest
                        ? ", so its results may not be whole; make the run again with --resume"
                        : "; give the folder that ./fruits run wrote its results to"));
    }

    /** @throws IllegalArgumentException if a document of this name would not lie below the results */
    public static void requireInside(Document document) {
        if (Stream.of(document.name().split("/", -1)).anyMatch(part -> part.isEmpty() || part.matches("\\.\\.?"))) {
            throw new IllegalArgumentException("document " + document.name() + " lies outside of the results");
        }
    }

    /** The error if a part is missing at its publication. */
    public static RunFailedException gone(Location location, WriteReceipt receipt) {
        return new RunFailedException("out " + location + ": partition " + receipt.partition() + " of "
                + receipt.dataset() + " is missing; give each run its own --out");
    }

    /** @throws RunFailedException if two receipts claim one partition of one table */
    public static void requireOnePartEach(Location location, List<WriteReceipt> receipts) {
        Set<String> claimed = new HashSet<>();
        for (WriteReceipt receipt : receipts) {
            if (!claimed.add(receipt.dataset() + " " + receipt.partition())) {
                throw new RunFailedException("out " + location + ": two parts claim partition " + receipt.partition()
                        + " of " + receipt.dataset() + "; commit one attempt for each partition");
            }
        }
    }
}
