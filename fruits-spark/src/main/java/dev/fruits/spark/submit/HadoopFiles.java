package dev.fruits.spark.submit;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.RemoteFiles;
import dev.fruits.spark.hadoop.HadoopLocation;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files on any file system that Hadoop is set up for: {@code s3a://}, {@code s3://} on EMR, {@code hdfs://}. */
public final class HadoopFiles implements RemoteFiles {
    @Override
    public boolean handles(Location file) {
        return HadoopLocation.isKnown(file);
    }

    @Override
    public boolean fetch(Location file, Path target) throws IOException {
        if (new org.apache.hadoop.fs.Path(file.text()).isRoot()) {
            throw new WrongUseException(file + ": names no file");
        }
        HadoopLocation place = HadoopLocation.of("file", file);
        try (InputStream in = place.files().open(place.path())) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (FileNotFoundException e) {
            return false;
        } catch (AccessDeniedException e) {
            throw new RunFailedException(
                    file + ": access denied; check the credentials that Spark runs with (" + e.getMessage() + ")", e);
        }
    }

    /** On Spark, the cluster's own file systems serve {@code s3://} too. */
    @Override
    public boolean isNativeTo(String engine) {
        return engine.equals("spark");
    }
}
