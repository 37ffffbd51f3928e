package dev.fruits.spark.hadoop;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageFormat;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FutureDataInputStreamBuilder;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.util.functional.FutureIO;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * A location on a Hadoop file system, as this machine sees it. Its configuration holds Hadoop's own files, the {@code
 * spark.hadoop.*} settings of the running Spark (on a worker too) or of this JVM's properties, and the settings of the
 * store; Spark does not need to run.
 *
 * @param option the option that gave it, for messages: {@code out}, {@code images}
 * @param location as the user wrote it
 * @param files its file system
 * @param path the same location, absolute; {@code s3} and {@code s3n} become {@code s3a} where the configuration does not
 *     know them
 * @param configuration holds secrets, so it is never printed or sent
 */
public record HadoopLocation(
        String option, Location location, FileSystem files, Path path, Configuration configuration) {
    private static final String IMPLEMENTATION = ".impl";
    private static final Set<String> SCHEMES = Set.of("hdfs", "s3a", "s3", "s3n", "file");
    private static final Set<String> SERVED_BY_S3A = Set.of("s3", "s3n");

    /** The schemes of Hadoop's usual file systems, and those that its configuration adds. */
    public static Set<String> schemes() {
        Set<String> schemes = new TreeSet<>(SCHEMES);
        settings(StoreSettings.DEFAULT).getPropsWithPrefix("fs.").forEach((key, value) -> {
            if (key.endsWith(IMPLEMENTATION) && !value.isBlank()) {
                schemes.add(key.substring(0, key.length() - IMPLEMENTATION.length()));
            }
        });
        return schemes;
    }

    /**
     * Checks the form alone.
     *
     * @throws WrongUseException if the location has no scheme, or credentials in it
     */
    public static void check(String option, Location location) {
        if (location.scheme().isEmpty()) {
            throw new WrongUseException(
                    option + " " + location + ": has no scheme; give hdfs://…, s3a://… or file:///…");
        }
        location.requireNoCredentials(
                option, "set spark.hadoop.fs.s3a.access.key and .secret.key, or give the machines a role");
    }

    /**
     * Reads the configuration as it is now and opens the file system.
     *
     * @param store how an object store is reached; by default as the running Spark reaches it
     * @throws WrongUseException if the location has no scheme, credentials in it, or no file system on the class path
     * @throws IOException if the file system cannot be reached
     */
    public static HadoopLocation of(String option, Location location, StoreSettings store) throws IOException {
        check(option, location);
        Configuration configuration = settings(store);
        String scheme = location.scheme().orElseThrow();
        if (scheme.equals("file") && !isConfigured(scheme, configuration)) {
            useLocalFilesWithoutChecksums(configuration);
        }
        String served = SERVED_BY_S3A.contains(scheme) && !isConfigured(scheme, configuration) ? "s3a" : scheme;
        try {
            Path path = new Path(served + location.text().substring(scheme.length()));
            FileSystem files = path.getFileSystem(configuration);
            return new HadoopLocation(option, location, files, files.makeQualified(path), configuration);
        } catch (UnsupportedFileSystemException e) {
            throw withoutFileSystem(option, location, served, e);
        } catch (RuntimeException e) {
            throw e.getCause() instanceof ClassNotFoundException
                    ? withoutFileSystem(option, location, served, e)
                    : new WrongUseException(
                            option + " " + location + ": is not a valid location (" + HadoopReason.of(e)
                                    + "); give another --" + option,
                            e);
        }
    }

    /** The path of a name below this location; the name may hold any letter. */
    public Path resolve(String name) {
        String folder = path.toUri().getPath();
        return new Path(
                path.toUri().getScheme(),
                path.toUri().getAuthority(),
                (folder.endsWith("/") ? folder : folder + "/") + name);
    }

    /** The name of a file below this location, as {@link #resolve} takes it. */
    public String relative(Path file) {
        String folder = path.toUri().getPath();
        return file.toUri().getPath().substring(folder.endsWith("/") ? folder.length() : folder.length() + 1);
    }

    /** The entries of a folder, sorted by name; none if it is a file or does not exist. */
    public List<FileStatus> children(Path folder) throws IOException {
        try {
            if (!files.getFileStatus(folder).isDirectory()) {
                return List.of();
            }
            return Stream.of(files.listStatus(folder))
                    .sorted(Comparator.comparing(
                            (FileStatus status) -> status.getPath().getName()))
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    /** The text of a small UTF-8 file. */
    public String read(Path file) throws IOException {
        try (InputStream in = files.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Writes a small UTF-8 file, replacing it if it exists. */
    public void write(Path file, String text) throws IOException {
        try (OutputStream out = files.create(file, true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The first bytes of an image. */
    public byte[] head(Path file, long length) throws IOException {
        try (InputStream in = open(file, length)) {
            return in.readNBytes(ImageFormat.HEAD_BYTES);
        }
    }

    /** Opens a file to read all of it: one request on S3, as the length is known. */
    FSDataInputStream open(Path file, long length) throws IOException {
        return FutureIO.awaitFuture(opening(file, length, "whole-file").build());
    }

    /** Opens a file to read some of its bytes after a seek: one request on S3, for these bytes alone. */
    FSDataInputStream openSlice(Path file, long fileSize, long bytes) throws IOException {
        return FutureIO.awaitFuture(opening(file, fileSize, "random")
                .opt("fs.s3a.readahead.range", Long.toString(Math.max(1, bytes)))
                .build());
    }

    private FutureDataInputStreamBuilder opening(Path file, long length, String policy) throws IOException {
        return files.openFile(file)
                .opt("fs.option.openfile.read.policy", policy)
                .opt("fs.option.openfile.length", Long.toString(length));
    }

    /** Returns true if access is decided for the store as a whole and not for each file. */
    public boolean isObjectStore() {
        return !isLocal() && !files.getUri().getScheme().equals("hdfs");
    }

    /** Returns true on the disk of this machine. */
    public boolean isLocal() {
        return files.getUri().getScheme().equals("file");
    }

    private static WrongUseException withoutFileSystem(
            String option, Location location, String scheme, Exception cause) {
        return new WrongUseException(
                option + " " + location + ": no file system for '" + scheme
                        + "' is on the class path; add its jar (hadoop-aws for s3a)",
                cause);
    }

    private static boolean isConfigured(String scheme, Configuration configuration) {
        return !configuration.getTrimmed("fs." + scheme + IMPLEMENTATION, "").isEmpty();
    }

    private static Configuration settings(StoreSettings store) {
        SparkEnv running = SparkEnv.get();
        SparkConf spark = running == null ? new SparkConf() : running.conf();
        Configuration configuration = SparkHadoopUtil.get().newConfiguration(spark);
        S3aSettings.of(store).forEach(configuration::set);
        return configuration;
    }

    /** Checksum files beside each file concern only the program that wrote them, and hide files. */
    private static void useLocalFilesWithoutChecksums(Configuration configuration) {
        configuration.setClass("fs.file.impl", RawLocalFileSystem.class, FileSystem.class);
        configuration.setBoolean("fs.file.impl.disable.cache", true);
    }
}
