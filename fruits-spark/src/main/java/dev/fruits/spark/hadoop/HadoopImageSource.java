package dev.fruits.spark.hadoop;

import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;

/**
 * Images on a file system that Hadoop knows, one sub-folder for each class, at any depth; listed once, on the driver.
 * Paths, labels and what is ignored are the same as for a local folder.
 *
 * <p>This value holds no credentials: every machine takes Hadoop's own configuration files and the {@code spark.hadoop.*}
 * settings of the running Spark. What a program sets on {@code SparkContext.hadoopConfiguration()} stays on the driver;
 * set {@code spark.hadoop.*} instead.
 *
 * @param location {@code hdfs://…}, {@code s3a://…}, {@code file:///…}; S3A reads {@code s3://…} unless Hadoop's
 *     configuration names another file system for it
 * @param settings how an object store is reached
 */
public record HadoopImageSource(Location location, StoreSettings settings) implements ImageSource {
    /** A request to an object store takes 10 to 50 ms. */
    private static final int READS_OF_STORE = 24;

    /**
     * Checks the form of the location; reads nothing.
     *
     * @throws dev.fruits.core.WrongUseException if the location has no scheme, or holds credentials
     */
    public HadoopImageSource {
        HadoopLocation.check("images", location);
    }

    @Override
    public ImageListing list() throws IOException {
        return new HadoopListing(open()).list();
    }

    @Override
    public ImageReader openReader() throws IOException {
        return new HadoopImageReader(open());
    }

    @Override
    public int concurrentReads() {
        return location.scheme().orElse("").startsWith("s3") ? READS_OF_STORE : 1;
    }

    private HadoopLocation open() throws IOException {
        return HadoopLocation.of("images", location, settings);
    }
}
