package dev.fruits.emr.plan;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.PortableModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A planned cluster with the locations of a launch: all files of the run are in one folder of its name. The pipeline
 * file of the run must name the images, the results and the region of {@code spec}, and {@code model}.
 *
 * @param model name of the CNN, or its file in that folder
 * @param files of this machine, by the location that each is uploaded to
 */
public record LaunchComposition(ClusterSpec spec, String model, Map<Location, Path> files) {
    /**
     * Composes.
     *
     * @param jar the program, on this machine
     * @throws WrongUseException if the jar is missing or for another Spark, if images or results are on this machine, or
     *     if no cluster is within time and budget
     */
    public static LaunchComposition of(PlannedRun planned, Path jar) {
        ClusterSpec spec = planned.cluster();
        requireLine(jar, planned.request().sparkLine());
        requireFile(jar);
        Location folder = plain(spec.job().folder()).resolve(spec.name());
        Location images =
                onStore("images", planned.run().images(), " copy it to S3 first (aws s3 sync), and name that");
        Location results = onStore("out", planned.run().results(), " give s3://BUCKET/PREFIX");
        ClusterJob job = ClusterJob.below(folder, jar.getFileName().toString(), images, results);
        Map<Location, Path> files = new LinkedHashMap<>();
        files.put(job.jar(), jar);
        String model = planned.run().model();
        return new LaunchComposition(spec.with(job), model(model, planned.portable(), folder, files), files);
    }

    /**
     * What is launched.
     *
     * @param pipeline text of the pipeline file
     * @param overwrites whether complete results of the run are replaced
     */
    public Launch launch(String pipeline, boolean overwrites) {
        return new Launch(spec, files, pipeline, overwrites);
    }

    /** The wrong jar would fail on the cluster, after a quarter of an hour of cost. */
    private static void requireLine(Path jar, String line) {
        String name = jar.getFileName().toString();
        boolean wrong = name.startsWith("fruits-spark4-")
                ? !line.startsWith("4")
                : name.startsWith("fruits-spark-") && !line.startsWith("3");
        if (wrong) {
            throw new WrongUseException("jar " + jar + ": is not for Spark " + line + "; pass --spark "
                    + (line.startsWith("4") ? "3.5, or build the other with -Pspark4 and pass --jar" : "4.0"));
        }
    }

    private static void requireFile(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new WrongUseException(
                    "jar " + jar + ": no such file; build it with ./mvnw package -pl fruits-spark-emr"
                            + " -am and pass --jar fruits-spark-emr/target/fruits-spark-VERSION-emr.jar");
        }
    }

    private static Location onStore(String option, Location location, String remedy) {
        if (location.isLocal()) {
            throw new WrongUseException(
                    option + " " + location + ": is on this machine, where a cluster cannot reach it;" + remedy);
        }
        return plain(location);
    }

    /** Clusters and clients alike know {@code s3://}. */
    private static Location plain(Location place) {
        return new Location(place.text().replaceFirst("^s3a://", "s3://"));
    }

    /** Weights that do not come with the program are uploaded to the folder, with their card. */
    private static String model(
            String model, @Nullable PortableModel portable, Location folder, Map<Location, Path> files) {
        if (portable == null) {
            return model;
        }
        Location weights = folder.resolve("model/" + portable.weightsName());
        files.put(folder.resolve("model/" + portable.cardName()), portable.card());
        files.put(weights, portable.weights());
        return weights.text();
    }
}
