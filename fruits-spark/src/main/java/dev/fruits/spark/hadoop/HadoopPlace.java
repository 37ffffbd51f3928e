package dev.fruits.spark.hadoop;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * A location as Hadoop sees it, named in messages by the option that gave it. The configuration is Hadoop's own files with every {@code spark.hadoop.*} setting in
 * them: those of the running Spark, on a worker too, or else the system properties of this JVM.
 *
 * @param option {@code out}, {@code images}
 * @param location as the user wrote it
 * @param path the same; {@code s3} becomes {@code s3a} where the configuration knows no {@code s3}
 * @param configuration made anew for each use; holds secrets, so it is never printed or sent
 */
public record HadoopPlace(String option, Location location, Path path, Configuration configuration) {
    private static final Set<String> SCHEMES = Set.of("hdfs", "s3a", "s3", "file");

    /** True if the scheme is one that Hadoop and its connectors serve. */
    public static boolean isKnown(Location location) {
        return location.scheme().filter(SCHEMES::contains).isPresent();
    }

    /**
     * Checks the form alone.
     *
     * @throws WrongUseException if the location has no scheme, or credentials in it
     */
    public static void check(String option, Location location) {
        if (location.scheme().isEmpty()) {
            throw new WrongUseException(
                    option + " " + location + ": has no scheme; give hdfs://…, s3a://… or file://…");
        }
        location.requireNoCredentials(
                option, "set spark.hadoop.fs.s3a.access.key and .secret.key, or give the machine a role");
    }

    /**
     * Reads the configuration as it is now.
     *
     * @throws WrongUseException as {@link #check}
     */
    public static HadoopPlace of(String option, Location location) {
        check(option, location);
        Configuration configuration = settings(location);
        String text = location.text();
        if (location.scheme().filter("s3"::equals).isPresent() && configuration.get("fs.s3.impl") == null) {
            text = "s3a" + text.substring("s3".length());
        }
        return new HadoopPlace(option, location, path(option, location, text), configuration);
    }

    /**
     * The file system of this place.
     *
     * @throws WrongUseException if none is on the class path
     */
    public FileSystem fileSystem() throws IOException {
        try {
            return path.getFileSystem(configuration);
        } catch (UnsupportedFileSystemException e) {
            throw withoutFileSystem(e);
        } catch (RuntimeException e) {
            throw e.getCause() instanceof ClassNotFoundException ? withoutFileSystem(e) : e;
        }
    }

    private WrongUseException withoutFileSystem(Exception cause) {
        return new WrongUseException(
                option + " " + location + ": no file system for '"
                        + path.toUri().getScheme() + "' is on the class path; add its jar (hadoop-aws for s3a)",
                cause);
    }

    private static Path path(String option, Location location, String text) {
        try {
            int colon = text.indexOf("://");
            return new Path(text.substring(0, colon).toLowerCase(Locale.ROOT) + text.substring(colon));
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(
                    option + " " + location + ": is no path of Hadoop's (" + HadoopReason.of(e) + "); give another --"
                            + option,
                    e);
        }
    }

    private static Configuration settings(Location location) {
        SparkEnv running = SparkEnv.get();
        SparkConf spark = running == null ? new SparkConf() : running.conf();
        Configuration configuration = SparkHadoopUtil.get().newConfiguration(spark);
        boolean local = location.scheme().filter("file"::equals).isPresent();
        if (local && configuration.get("fs.file.impl") == null) { // S3A needs Hadoop's own for its temporary files
            // Without the checksum files that Hadoop would put beside every file on a local disk.
            configuration.setClass("fs.file.impl", RawLocalFileSystem.class, FileSystem.class);
            configuration.setBoolean("fs.file.impl.disable.cache", true);
        }
        return configuration;
    }
}
