package dev.fruits.core.cluster;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a cluster runs, and every place that it touches: nothing else need be permitted to it.
 *
 * @param folder prefix under which jar, model, pipeline file and logs lie
 * @param jar the program
 * @param pipeline the pipeline file that it reads
 * @param logs where the cluster's logs go
 * @param images where the images are, read
 * @param results where the results go, written
 * @param options of {@code fruits run} after the pipeline file
 */
public record ClusterJob(
        Location folder,
        Location jar,
        Location pipeline,
        Location logs,
        Location images,
        Location results,
        List<String> options) {
    private static final Set<String> SCHEMES = Set.of("s3", "s3a");

    /**
     * Checks that the job's own files are on a store that the cluster reads. Images and results may still be local: a
     * plan can be made of them, see {@link #unreachable()}.
     *
     * @throws WrongUseException if one is not
     */
    public ClusterJob {
        List.of(folder, jar, pipeline, logs).forEach(ClusterJob::requireOnStore);
        options = List.copyOf(options);
    }

    /** The usual names below {@code folder}; the options say nothing. */
    public static ClusterJob below(Location folder, String jarName, Location images, Location results) {
        return new ClusterJob(
                folder,
                new Location(folder.text() + "/" + jarName),
                new Location(folder.text() + "/pipeline.yaml"),
                new Location(folder.text() + "/logs"),
                images,
                results,
                List.of());
    }

    /** The same job with one more word after the pipeline file. */
    public ClusterJob withOption(String option) {
        List<String> more = Stream.concat(options.stream(), Stream.of(option)).toList();
        return new ClusterJob(folder, jar, pipeline, logs, images, results, more);
    }

    /** Images or results that lie where a cluster cannot reach them: this machine's disk. */
    public List<Location> unreachable() {
        return List.of(images, results).stream()
                .filter(place -> !isOnStore(place))
                .toList();
    }

    private static boolean isOnStore(Location place) {
        return place.scheme().filter(SCHEMES::contains).isPresent();
    }

    private static void requireOnStore(Location place) {
        if (!isOnStore(place)) {
            throw new WrongUseException(place + ": a cluster cannot reach it; give s3://BUCKET/PREFIX");
        }
    }
}
