package dev.fruits.emr.plan;

import dev.fruits.core.image.Location;
import dev.fruits.core.run.Manifest;
import dev.fruits.core.spi.PortableModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The locations of a planned job in a store, also of data that is still on this machine.
 *
 * @param job with options that name the locations in the store instead of those on this machine
 * @param preparations what to copy there, a line each
 */
public record JobLocations(ClusterJob job, List<String> preparations) {
    /** Where no bucket is known. */
    private static final String NO_BUCKET = "s3://YOUR-BUCKET/fruits-emr";

    private static final Pattern BUCKET = Pattern.compile("(s3a?://[^/]+).*", Pattern.DOTALL);
    private static final Map<String, String> JARS = Map.of("3.5", "fruits-spark-", "4.0", "fruits-spark4-");

    /** The locations of {@code run}. */
    public static JobLocations of(RunToPlan run, ClusterRequest request) {
        ClusterJob.requireNoCredentials("images", run.images());
        ClusterJob.requireNoCredentials("out", run.results());
        ClusterJob.requireNoCredentials("model", new Location(run.model()));
        Location folder = folder(request.folder(), run);
        List<String> preparations = new ArrayList<>();
        if (folder.text().equals(NO_BUCKET)) {
            preparations.add(
                    "folder: no bucket is known; the files say " + NO_BUCKET + "; pass --folder s3://BUCKET/PREFIX");
        }
        Location images = onStore(run.images(), folder.resolve("images"));
        Location results = onStore(run.results(), folder.resolve("results"));
        String jar = JARS.getOrDefault(request.sparkLine(), "fruits-spark-") + Manifest.version() + "-emr.jar";
        ClusterJob job = ClusterJob.below(folder, jar, images, results).withOption("--engine", "spark");
        if (!images.equals(run.images())) {
            preparations.add("images " + run.images() + ": a cluster cannot reach them; copy them first: aws s3 sync "
                    + ShellWord.of(run.images().text()) + " " + ShellWord.of(images.text()));
            job = job.withOption("--images", images.text());
        }
        if (!results.equals(run.results())) {
            job = job.withOption("--out", results.text());
        }
        return new JobLocations(job, preparations);
    }

    /** The same with a CNN that does not come with the jar: its weights and their card go beside the jar. */
    public JobLocations with(String model, PortableModel portable) {
        String weights = job.folder() + "/" + portable.weightsName();
        String card = job.folder() + "/" + portable.cardName();
        List<String> more = new ArrayList<>(preparations);
        more.add("model " + model + ": does not come with the jar; copy its weights and their card first: "
                + copied(portable.weights(), weights) + " && " + copied(portable.card(), card));
        return new JobLocations(job.withOption("--model", weights), more);
    }

    /** The locations by the option that names each, without those whose bucket is not known. */
    public Map<String, Location> known() {
        Map<String, Location> known = job.places();
        known.values().removeIf(place -> place.text().startsWith(NO_BUCKET));
        return known;
    }

    private static String copied(Path file, String there) {
        return "aws s3 cp " + ShellWord.of(file.toString()) + " " + ShellWord.of(there);
    }

    private static Location folder(@Nullable String asked, RunToPlan run) {
        if (asked != null) {
            Location folder = new Location(asked);
            ClusterJob.requireNoCredentials("folder", folder);
            return folder;
        }
        return Stream.of(run.results(), run.images())
                .filter(ClusterJob::isOnStore)
                .map(place -> BUCKET.matcher(place.text()))
                .filter(Matcher::matches)
                .map(matcher -> new Location(matcher.group(1) + "/fruits-emr"))
                .findFirst()
                .orElseGet(() -> new Location(NO_BUCKET));
    }

    private static Location onStore(Location place, Location otherwise) {
        return ClusterJob.isOnStore(place) ? place : otherwise;
    }
}
