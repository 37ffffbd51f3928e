package dev.fruits.spark.image;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import java.io.IOException;
import java.util.Set;

/**
 * Photographs on a file system that Hadoop knows, one sub-folder per class, at any depth; listed once, on the driver.
 * Paths, labels and what is ignored are as for a local folder.
 *
 * <p>How the file system is reached is not part of this value, so no secret travels or is shown: every machine takes
 * Hadoop's own configuration files and the {@code spark.hadoop.*} settings of the running Spark. What a program sets on
 * {@code SparkContext.hadoopConfiguration()} stays on the driver; set {@code spark.hadoop.*} instead.
 *
 * @param location {@code hdfs://…}, {@code s3a://…}, {@code file://…}; {@code s3://…} is read by S3A where Hadoop's
 *     configuration names nothing else for it
 */
public record SparkImageSource(Location location) implements ImageSource {
    static final Set<String> SCHEMES = Set.of("hdfs", "s3a", "s3", "file");

    /** A request to an object store takes 10 to 50 ms. */
    private static final int READS_OF_STORE = 24;

    /**
     * Checks the form of the location; nothing is read yet.
     *
     * @throws WrongUseException if the location is of another kind, or holds credentials
     */
    public SparkImageSource {
        String scheme = location.scheme().orElse("");
        if (!SCHEMES.contains(scheme)) {
            throw new WrongUseException(
                    "images " + location + ": is no hdfs://, s3a://, s3:// or file:// location; check how it begins");
        }
        location.requireNoCredentials(
                "images", "set spark.hadoop.fs.s3a.access.key and .secret.key, or give the machines a role");
    }

    @Override
    public ImageListing list() throws IOException {
        return new HadoopListing(HadoopFolder.of(location)).list();
    }

    @Override
    public ImageReader openReader() throws IOException {
        HadoopFolder folder = HadoopFolder.of(location);
        folder.requireThere();
        return new HadoopImageReader(folder);
    }

    @Override
    public int concurrentReads() {
        return location.scheme().orElse("").startsWith("s3") ? READS_OF_STORE : 1;
    }
}
