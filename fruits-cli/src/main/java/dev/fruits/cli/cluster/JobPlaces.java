package dev.fruits.cli.cluster;

import dev.fruits.cli.compose.RunSettings;
import dev.fruits.core.cluster.ClusterJob;
import dev.fruits.core.image.Location;
import dev.fruits.core.run.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where everything of a job lies on S3, also what is still on this machine's disk, and what must be brought there.
 *
 * @param job with options that name the places on S3 instead of those on the disk
 * @param notes what to bring, a line each
 */
record JobPlaces(ClusterJob job, List<String> notes) {
    /** Stands where nobody has said which bucket. */
    static final String NO_BUCKET = "s3://YOUR-BUCKET/fruits-emr";

    private static final String BELOW_RESULTS = "/fruits-emr";
    private static final Set<String> STORE = Set.of("s3", "s3a");
    private static final Pattern BUCKET = Pattern.compile("(s3a?://[^/]+).*", Pattern.DOTALL);
    private static final Map<String, String> JARS = Map.of("3.5", "fruits-spark-", "4.0", "fruits-spark4-");

    static JobPlaces of(RunSettings settings, ClusterWish wish) {
        return new Maker(folder(wish.folder(), settings)).places(settings, wish);
    }

    private static Location folder(@Nullable String asked, RunSettings settings) {
        if (asked != null) {
            return new Location(asked);
        }
        return Stream.of(settings.out(), settings.images())
                .filter(JobPlaces::isOnStore)
                .map(place -> BUCKET.matcher(place.text()))
                .filter(Matcher::matches)
                .map(matcher -> new Location(matcher.group(1) + BELOW_RESULTS))
                .findFirst()
                .orElseGet(() -> new Location(NO_BUCKET));
    }

    private static boolean isOnStore(Location place) {
        return place.scheme().filter(STORE::contains).isPresent();
    }

    /** Takes one thing after the other to S3. */
    private static final class Maker {
        private final Location folder;
        private final Map<String, String> options = new LinkedHashMap<>();
        private final List<String> notes = new ArrayList<>();

        Maker(Location folder) {
            this.folder = folder;
        }

        JobPlaces places(RunSettings settings, ClusterWish wish) {
            options.put("--engine", "spark");
            if (folder.text().equals(NO_BUCKET)) {
                notes.add("folder: no bucket is known; the files say " + NO_BUCKET
                        + "; pass --folder s3://BUCKET/PREFIX");
            }
            Location images = onStore(settings.images(), "--images", "images");
            Location results = onStore(settings.out(), "--out", "results");
            model(settings.model());
            if (!images.equals(settings.images())) {
                notes.add("images " + settings.images() + ": a cluster cannot reach them; copy them first: aws s3 sync "
                        + CommandWord.of(settings.images().text()) + " " + CommandWord.of(images.text()));
            }
            String jar = JARS.getOrDefault(wish.sparkLine(), "fruits-spark-") + Manifest.version() + "-emr.jar";
            ClusterJob job = ClusterJob.below(folder, jar, images, results);
            for (Map.Entry<String, String> option : options.entrySet()) {
                job = with(job, option.getKey(), option.getValue());
            }
            return new JobPlaces(job, notes);
        }

        private Location onStore(Location place, String option, String name) {
            if (isOnStore(place)) {
                return place;
            }
            Location there = new Location(folder.text() + "/" + name);
            options.put(option, there.text());
            return there;
        }

        /** A file of this disk goes beside the jar; a name is looked up where the program runs. */
        private void model(String model) {
            if (model.endsWith(".onnx") && new Location(model).isLocal()) {
                String name = model.substring(model.replace('\\', '/').lastIndexOf('/') + 1);
                String there = folder.text() + "/" + name;
                options.put("--model", there);
                notes.add("model " + model + ": a cluster cannot reach it; copy it, and its card, to " + folder);
            }
        }

        private static ClusterJob with(ClusterJob job, String option, String value) {
            List<String> words = new ArrayList<>(job.options());
            words.addAll(List.of(option, value));
            return new ClusterJob(
                    job.folder(), job.jar(), job.pipeline(), job.logs(), job.images(), job.results(), words);
        }
    }
}
