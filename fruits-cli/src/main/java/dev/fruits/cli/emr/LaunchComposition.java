package dev.fruits.cli.emr;

import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.PipelineFile;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.StoreOptions;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.PortableModel;
import dev.fruits.emr.plan.ClusterJob;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.Launch;
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
 * @param portable the CNN; null where it comes with the program or lies on a store
 */
public record LaunchComposition(
        ClusterSpec spec,
        OptionValues request,
        Path jar,
        @Nullable PortableModel portable) {
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
        Location images = onStore("images", request.get(RunOptions.IMAGES));
        Location results =
                !request.has(RunOptions.OUT) ? below(folder, "results") : onStore("out", request.get(RunOptions.OUT));
        ClusterJob job = ClusterJob.below(folder, jar.getFileName().toString(), images, results);
        files.put(job.jar(), jar);
        OptionValues there = request.with(RunOptions.MODEL, model(folder, files))
                .with(RunOptions.IMAGES, images.text())
                .with(RunOptions.OUT, results.text())
                .with(StoreOptions.REGION, spec.region())
                .with(RunOptions.ENGINE, "spark");
        return new Launch(spec.with(job), files, PipelineFile.text(there), overwrites);
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

    /** Weights that do not come with the program go into the folder, with their card. */
    private @Nullable String model(Location folder, Map<Location, Path> files) {
        if (portable == null) {
            return request.get(RunOptions.MODEL);
        }
        Location weights = below(folder, "model/" + portable.weightsName());
        files.put(below(folder, "model/" + portable.cardName()), portable.card());
        files.put(weights, portable.weights());
        return weights.text();
    }

    private static Location below(Location folder, String name) {
        return new Location(folder + "/" + name);
    }
}
