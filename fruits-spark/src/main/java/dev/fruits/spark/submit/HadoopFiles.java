package dev.fruits.spark.submit;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.RemoteFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;

/** Files on any file system that Hadoop is set up for: {@code s3a://}, {@code s3://} on EMR, {@code hdfs://}. */
public final class HadoopFiles implements RemoteFiles {
    private static final Set<String> SCHEMES = Set.of("s3a", "s3", "hdfs", "file");
    /** EMR's own file system, and where there is none, S3A. */
    private static final String S3 = "s3";

    @Override
    public boolean handles(Location file) {
        return file.scheme().filter(SCHEMES::contains).isPresent();
    }

    @Override
    public boolean fetch(Location file, java.nio.file.Path target) throws IOException {
        Configuration configuration = SparkHadoopUtil.get().newConfiguration(new SparkConf());
        Path path = path(file, configuration);
        try (FileSystem files = FileSystem.newInstance(path.toUri(), configuration);
                InputStream in = files.open(path)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (FileNotFoundException e) {
            return false;
        } catch (AccessDeniedException e) {
            throw new RunFailedException(
                    file + ": access denied; check the credentials that Spark runs with (" + e.getMessage() + ")", e);
        } catch (UnsupportedFileSystemException e) {
            throw new WrongUseException(
                    file + ": Hadoop is not set up for this file system; put its jar on Spark's class path", e);
        }
    }

    /** Nothing is escaped or decoded. */
    private static Path path(Location file, Configuration configuration) {
        String text = file.text();
        String scheme = file.scheme().orElseThrow();
        int authority = text.indexOf("://") + 3;
        int path = text.indexOf('/', authority);
        if (path < 0) {
            throw new WrongUseException(file + ": names no file");
        }
        String system = scheme.equals(S3) && configuration.get("fs.s3.impl") == null ? "s3a" : scheme;
        return new Path(system, text.substring(authority, path), text.substring(path));
    }
}
