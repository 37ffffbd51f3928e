package dev.fruits.cli.cluster;

import dev.fruits.cli.compose.PipelineText;
import dev.fruits.cli.compose.RunRequest;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.cluster.ClusterJob;
import dev.fruits.core.cluster.ClusterSpec;
import dev.fruits.core.cluster.Launch;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a planned cluster what is launched: everything of the run lies in one folder of its name, and the pipeline
 * file there names only places that the cluster reaches.
 *
 * @param spec as planned
 * @param request what the pipeline file and the options ask of the run
 * @param jar the program, on this machine
 */
public record LaunchComposition(ClusterSpec spec, RunRequest request, Path jar) {
    private static final String CARD = ".card.json";

    /**
     * Composes.
     *
     * @param overwrites whether results that are whole are replaced
     * @throws WrongUseException if the jar is not there, or images or results are on this machine
     */
    public Launch launch(boolean overwrites) {
        requireJar();
        Location folder = below(plain(spec.job().folder()), spec.name());
        Map<Location, Path> files = new LinkedHashMap<>();
        Location images = onStore("images", request.images());
        Location results = request.out() == null ? below(folder, "results") : onStore("out", request.out());
        ClusterJob job = ClusterJob.below(folder, jar.getFileName().toString(), images, results);
        files.put(job.jar(), jar);
        RunRequest there = request.withModel(model(folder, files))
                .from(images.text())
                .into(results.text())
                .with(in(spec.region()).orElse(request.store()), request.residency())
                .onEngine("spark");
        return new Launch(spec.with(job), files, PipelineText.of(there), overwrites);
    }

    /** Buckets are in the cluster's region; that is checked before anything is brought there. */
    private static StoreSettings in(String region) {
        return new StoreSettings(region, null, null, null, null, null);
    }

    private void requireJar() {
        if (!Files.isRegularFile(jar)) {
            throw new WrongUseException(
                    "jar " + jar + ": no such file; build it with ./mvnw package -pl fruits-spark-emr"
                            + " -am and pass --jar fruits-spark-emr/target/fruits-spark-VERSION-emr.jar");
        }
    }

    private Location onStore(String option, @Nullable String place) {
        Location location = new Location(place == null ? "" : place);
        if (location.isLocal()) {
            throw new WrongUseException(
                    option + " " + location + ": is on this machine, where a cluster cannot reach it;"
                            + (option.equals("images")
                                    ? " copy it to S3 first (aws s3 sync), and name that"
                                    : " give s3://BUCKET/PREFIX"));
        }
        return plain(location);
    }

    /** Clusters and clients alike know {@code s3://}. */
    private static Location plain(Location place) {
        return new Location(place.text().replaceFirst("^s3a://", "s3://"));
    }

    /** A file of this machine, and its card, go into the folder; a name is looked up where the program runs. */
    private @Nullable String model(Location folder, Map<Location, Path> files) {
        String model = request.model();
        if (model == null || !new Location(model).isLocal() || !Files.isRegularFile(Path.of(model))) {
            return model;
        }
        Path file = Path.of(model);
        String name = file.getFileName().toString();
        String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        Path card = file.resolveSibling(stem + CARD);
        if (Files.isRegularFile(card)) {
            files.put(below(folder, "model/" + stem + CARD), card);
        }
        Location there = below(folder, "model/" + name);
        files.put(there, file);
        return there.text();
    }

    private static Location below(Location folder, String name) {
        return new Location(folder + "/" + name);
    }
}
