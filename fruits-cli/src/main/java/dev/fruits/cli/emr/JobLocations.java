package dev.fruits.cli.emr;

import dev.fruits.cli.compose.RunSettings;
import dev.fruits.core.image.Location;
import dev.fruits.core.run.Manifest;
import dev.fruits.core.spi.PortableModel;
import dev.fruits.emr.plan.ClusterJob;
import dev.fruits.emr.plan.ShellWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where everything of a job lies on S3, also what is still on this machine's disk, and what must be brought there.
 *
 * @param job with options that name the places on S3 instead of those on the disk
 * @param preparations what to bring, a line each
 */
record JobLocations(ClusterJob job, List<String> preparations) {
    /** Stands where nobody has said which bucket. */
    static final String NO_BUCKET = "s3://YOUR-BUCKET/fruits-emr";

    private static final String BELOW_RESULTS = "/fruits-emr";

    private static final Pattern BUCKET = Pattern.compile("(s3a?://[^/]+).*", Pattern.DOTALL);
    private static final Map<String, String> JARS = Map.of("3.5", "fruits-spark-", "4.0", "fruits-spark4-");

    static JobLocations of(RunSettings settings, ClusterRequest wish) {
        ClusterJob.requireNoCredentials("images", settings.images());
        ClusterJob.requireNoCredentials("out", settings.out());
        ClusterJob.requireNoCredentials("model", new Location(settings.model()));
        return new Maker(folder(wish.folder(), settings)).places(settings, wish);
    }

    /** The same with a CNN that does not come with the jar: its weights and their card go beside it. */
    JobLocations bringing(String model, PortableModel portable) {
        String weights = job.folder() + "/" + portable.weightsName();
        String card = job.folder() + "/" + portable.cardName();
        List<String> more = new ArrayList<>(preparations);
        more.add("model " + model + ": does not come with the jar; copy its weights and their card first: "
                + copied(portable.weights(), weights) + " && " + copied(portable.card(), card));
        return new JobLocations(job.withOption("--model").withOption(weights), more);
    }

    /** Places of the job by the option that says so, without those whose bucket is not known. */
    Map<String, Location> known() {
        Map<String, Location> known = job.places();
        known.values().removeIf(place -> place.text().startsWith(NO_BUCKET));
        return known;
    }

    private static String copied(Path file, String there) {
        return "aws s3 cp " + ShellWord.of(file.toString()) + " " + ShellWord.of(there);
    }

    private static Location folder(@Nullable String asked, RunSettings settings) {
        if (asked != null) {
            Location folder = new Location(asked);
            ClusterJob.requireNoCredentials("folder", folder);
            return folder;
        }
        return Stream.of(settings.out(), settings.images())
                .filter(ClusterJob::isOnStore)
                .map(place -> BUCKET.matcher(place.text()))
                .filter(Matcher::matches)
                .map(matcher -> new Location(matcher.group(1) + BELOW_RESULTS))
                .findFirst()
                .orElseGet(() -> new Location(NO_BUCKET));
    }

    /** Takes one thing after the other to S3. */
    private static final class Maker {
        private final Location folder;
        private final Map<String, String> options = new LinkedHashMap<>();
        private final List<String> preparations = new ArrayList<>();

        Maker(Location folder) {
            this.folder = folder;
        }

        JobLocations places(RunSettings settings, ClusterRequest wish) {
            options.put("--engine", "spark");
            if (folder.text().equals(NO_BUCKET)) {
                preparations.add("folder: no bucket is known; the files say " + NO_BUCKET
                        + "; pass --folder s3://BUCKET/PREFIX");
            }
            Location images = onStore(settings.images(), "--images", "images");
            Location results = onStore(settings.out(), "--out", "results");
            if (!images.equals(settings.images())) {
                preparations.add(
                        "images " + settings.images() + ": a cluster cannot reach them; copy them first: aws s3 sync "
                                + ShellWord.of(settings.images().text()) + " " + ShellWord.of(images.text()));
            }
            String jar = JARS.getOrDefault(wish.sparkLine(), "fruits-spark-") + Manifest.version() + "-emr.jar";
            ClusterJob job = ClusterJob.below(folder, jar, images, results);
            for (Map.Entry<String, String> option : options.entrySet()) {
                job = job.withOption(option.getKey()).withOption(option.getValue());
            }
            return new JobLocations(job, preparations);
        }

        private Location onStore(Location place, String option, String name) {
            if (ClusterJob.isOnStore(place)) {
                return place;
            }
            Location there = new Location(folder.text() + "/" + name);
            options.put(option, there.text());
            return there;
        }
    }
}
