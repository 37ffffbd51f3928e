package dev.fruits.spark.follow;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ListingBuilder;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.spark.hadoop.HadoopLocation;
import dev.fruits.spark.submit.SparkSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.StructType;

/**
 * The new files below a folder, as Spark's file source finds them: each path once, whatever its time. Files and folders
 * whose names begin with {@code .} or {@code _} are skipped, so that an upload under such a name is processed once it is
 * renamed.
 *
 * @param at the folder
 */
record NewImages(HadoopLocation at) {
    /** Setting: the most files of a batch. */
    static final String BATCH_FILES = "spark.fruits.follow.files";

    /** Setting: how often the folder is listed. */
    static final String INTERVAL = "spark.fruits.follow.interval";

    private static final int DEFAULT_BATCH_FILES = 2048;
    private static final String DEFAULT_INTERVAL = "10 seconds";
    /** Of Spark's binary files. The content is not selected, so Spark does not read it. */
    private static final StructType SCHEMA =
            StructType.fromDDL("path STRING, modificationTime TIMESTAMP, length BIGINT, content BINARY");

    static NewImages in(Location images) throws IOException {
        HadoopLocation at = HadoopLocation.of("images", images, StoreSettings.DEFAULT);
        FileSystem files = at.files();
        if (!files.exists(at.path()) || files.getFileStatus(at.path()).isFile()) {
            throw new WrongUseException("images " + images + ": no such folder; create it, or give the folder that"
                    + " receives the images");
        }
        if (images.text().chars().anyMatch(c -> "*?[]{}\\".indexOf(c) >= 0)) {
            throw new WrongUseException("images " + images
                    + ": contains one of * ? [ ] { } \\, which Spark reads as a pattern; rename the folder");
        }
        return new NewImages(at);
    }

    StreamingQuery start(
            SparkSession session, Path checkpoint, boolean once, VoidFunction2<Dataset<Row>, Long> eachBatch) {
        var settings = session.sparkContext().conf();
        try {
            return session.readStream()
                    .format("binaryFile")
                    .schema(SCHEMA)
                    .option("recursiveFileLookup", true)
                    .option("ignoreMissingFiles", true)
                    .option(
                            "maxFilesPerTrigger",
                            SparkSettings.checked(() -> settings.getInt(BATCH_FILES, DEFAULT_BATCH_FILES)))
                    .option("maxFileAge", "36500d") // without it, an old file that is moved in later is lost
                    .load(at.path().toString())
                    .select("path", "modificationTime", "length")
                    .writeStream()
                    .queryName("follow " + at.location())
                    .option("checkpointLocation", checkpoint.toString())
                    .trigger(
                            once
                                    ? Trigger.AvailableNow()
                                    : SparkSettings.checked(
                                            () -> Trigger.ProcessingTime(settings.get(INTERVAL, DEFAULT_INTERVAL))))
                    .foreachBatch(eachBatch)
                    .start();
        } catch (TimeoutException e) {
            throw new IllegalStateException("an earlier stream of this process is still running", e);
        }
    }

    /** The files of a batch as a listing, by the rules of every source. */
    ImageListing listing(Dataset<Row> batch) throws IOException {
        ListingBuilder listing = new ListingBuilder(at.location());
        for (Row file : batch.collectAsList()) {
            Path path = new Path(file.getString(0));
            long length = file.getLong(2);
            try {
                listing.add(at.relative(path), length, file.getTimestamp(1).toInstant(), () -> at.head(path, length));
            } catch (FileNotFoundException e) {
                // removed before its batch began: not counted
            }
        }
        return listing.soFar();
    }
}
