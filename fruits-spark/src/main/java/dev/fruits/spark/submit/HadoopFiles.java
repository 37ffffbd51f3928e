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
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.SparkConf;
import scala.Tuple2;

/** Files on any file system that Hadoop is set up for: {@code s3a://}, {@code s3://} on EMR, {@code hdfs://}. */
public final class HadoopFiles implements RemoteFiles {
    private static final String HADOOP = "spark.hadoop.";

    @Override
    public boolean handles(Location file) {
        return !file.isLocal();
    }

    @Override
    public boolean fetch(Location file, java.nio.file.Path target) throws IOException {
        Path path = path(file);
        try (FileSystem files = FileSystem.newInstance(path.toUri(), configuration());
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
    private static Path path(Location file) {
        String text = file.text();
        int authority = text.indexOf("://") + 3;
        int path = text.indexOf('/', authority);
        if (path < 0) {
            throw new WrongUseException(file + ": names no file");
        }
        return new Path(text.substring(0, authority - 3), text.substring(authority, path), text.substring(path));
    }

    /** What Hadoop's own files say, and Spark's options above them. */
    private static Configuration configuration() {
        Configuration configuration = new Configuration();
        for (Tuple2<String, String> option : new SparkConf().getAllWithPrefix(HADOOP)) {
            configuration.set(option._1(), option._2());
        }
        return configuration;
    }
}
