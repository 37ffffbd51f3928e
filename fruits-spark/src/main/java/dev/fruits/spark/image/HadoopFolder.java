package dev.fruits.spark.image;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;
import org.apache.hadoop.util.functional.FutureIO;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * The folder of all images as Hadoop sees it from this machine.
 *
 * @param location as the user wrote it
 * @param files its file system
 * @param root the folder, absolute
 */
record HadoopFolder(Location location, FileSystem files, Path root) {
    private static final String AFTER_SCHEME = "://";

    static HadoopFolder of(Location location) throws IOException {
        Configuration settings = settings();
        try {
            Path path = path(location, settings);
            FileSystem found = path.getFileSystem(settings);
            // its sums of bytes are the business of whoever wrote them, and hide files
            FileSystem files = found instanceof LocalFileSystem local ? local.getRawFileSystem() : found;
            return new HadoopFolder(location, files, files.makeQualified(path));
        } catch (UnsupportedFileSystemException e) {
            throw noFileSystem(location, e);
        } catch (RuntimeException e) {
            throw e.getCause() instanceof ClassNotFoundException
                    ? noFileSystem(location, e)
                    : new WrongUseException(
                            "images " + location + ": cannot be reached (" + line(e) + "); check it", e);
        }
    }

    private static WrongUseException noFileSystem(Location location, Exception e) {
        return new WrongUseException(
                "images " + location + ": no file system of this kind is on the class path (" + line(e)
                        + "); add its jar: hadoop-aws for s3a",
                e);
    }

    private static Path path(Location location, Configuration settings) {
        String text = location.text();
        int end = text.indexOf(AFTER_SCHEME);
        String scheme = text.substring(0, end).toLowerCase(Locale.ROOT);
        boolean viaS3a = scheme.equals("s3") && settings.get("fs.s3.impl") == null;
        return new Path((viaS3a ? "s3a" : scheme) + text.substring(end));
    }

    /** Hadoop's own files, and the {@code spark.hadoop.*} settings of the running Spark or of this JVM's properties. */
    private static Configuration settings() {
        SparkEnv running = SparkEnv.get();
        SparkConf spark = running == null ? new SparkConf() : running.conf();
        return SparkHadoopUtil.get().newConfiguration(spark);
    }

    Path file(String relative) {
        String folder = root.toUri().getPath();
        return new Path(
                root.toUri().getScheme(),
                root.toUri().getAuthority(),
                (folder.endsWith("/") ? folder : folder + "/") + relative);
    }

    String relative(Path file) {
        String folder = root.toUri().getPath();
        return file.toUri().getPath().substring(folder.endsWith("/") ? folder.length() : folder.length() + 1);
    }

    /** One request on S3: the length is known and all of it will be read. */
    FSDataInputStream open(Path file, long length) throws IOException {
        return FutureIO.awaitFuture(files.openFile(file)
                .opt("fs.option.openfile.read.policy", "whole-file")
                .opt("fs.option.openfile.length", Long.toString(length))
                .build());
    }

    /**
     * Tells one missing image from a missing folder.
     *
     * @throws IOException if this machine does not see the folder
     */
    void requireThere() throws IOException {
        try {
            if (files.exists(root)) {
                return;
            }
        } catch (IOException e) {
            throw failure(e);
        }
        throw new IOException("images " + location + ": this machine does not have the folder; put the images where"
                + " every machine sees them (hdfs://, s3://), or at this path on every machine");
    }

    /** What a failure of the file system means for the whole run, in one line. */
    IOException failure(IOException e) {
        if (isDenied(e)) {
            return new IOException(
                    "images " + location + ": access denied (" + line(e)
                            + "); give this user, or the machines' role, the right to list and read",
                    e);
        }
        return new IOException("images " + location + ": " + line(e), e);
    }

    static boolean isDenied(IOException e) {
        return e instanceof AccessDeniedException
                || e instanceof AccessControlException
                || (e instanceof FileNotFoundException && line(e).contains("Permission denied"));
    }

    /** True if access is decided for the store as a whole and not file by file. */
    boolean isObjectStore() {
        String scheme = files.getScheme();
        return !scheme.equals("file") && !scheme.equals("hdfs");
    }

    /** The first line: what follows it in the message of a remote call is a trace. */
    static String line(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
