package dev.fruits.spark.hadoop;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.spi.Storage;
import dev.fruits.core.store.StoreSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Any file system that Hadoop knows.
 *
 * @param settings how an object store is reached
 */
record HadoopStorage(StoreSettings settings) implements Storage {
    @Override
    public ImageSource images(Location location) {
        return new HadoopImageSource(location, settings);
    }

    @Override
    public ResultStore results(Location location) {
        return new HadoopResultStore(location, settings);
    }

    @Override
    public boolean download(Location file, Path target) throws IOException {
        if (new org.apache.hadoop.fs.Path(file.text()).isRoot()) {
            throw new WrongUseException("file " + file + ": names no file; give its whole path");
        }
        HadoopLocation at = HadoopLocation.of("file", file, settings);
        try (InputStream in = at.files().open(at.path())) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (FileNotFoundException e) {
            return false;
        } catch (AccessDeniedException e) {
            throw new RunFailedException(
                    "file " + file + ": access denied (" + HadoopReason.of(e)
                            + "); check the credentials that Spark runs with",
                    e);
        }
    }
}
