package dev.fruits.spark.follow;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageFormat;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ListingBuilder;
import dev.fruits.core.image.Location;
import dev.fruits.spark.hadoop.HadoopLocation;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
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
 * The files that appear below a folder, as Spark's file source sees them: each path once, whenever it was written; none
 * whose name, or whose folder's, begins with {@code .} or {@code _}, so that an upload under such a name counts when it is
 * renamed.
 *
 * @param place the folder
 */
record NewImages(HadoopLocation place) {
    /** How many files a batch has at most. */
    static final String BATCH_FILES = "spark.fruits.follow.files";

    /** How often the folder is listed. */
    static final String INTERVAL = "spark.fruits.follow.interval";

    private static final int DEFAULT_BATCH_FILES = 2048;
    private static final String DEFAULT_INTERVAL = "10 seconds";
    /** Of Spark's binary files; their content is left out, so that it is not read here. */
    private static final StructType SCHEMA =
            StructType.fromDDL("path STRING, modificationTime TIMESTAMP, length BIGINT, content BINARY");

    static NewImages in(Location images) throws IOException {
        HadoopLocation place = HadoopLocation.of("images", images);
        FileSystem files = place.files();
        if (!files.exists(place.path()) || files.getFileStatus(place.path()).isFile()) {
            throw new WrongUseException("images " + images + ": no such folder; make it, or give the folder that"
                    + " receives the photographs");
        }
        if (images.text().chars().anyMatch(c -> "*?[]{}\\".indexOf(c) >= 0)) {
            throw new WrongUseException("images " + images
                    + ": holds one of * ? [ ] { } \\, which Spark takes for a pattern; rename the folder");
        }
        return new NewImages(place);
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
                    .option("maxFilesPerTrigger", settings.getInt(BATCH_FILES, DEFAULT_BATCH_FILES))
                    .option("maxFileAge", "36500d") // else a file that is renamed late and was written early is lost
                    .load(place.path().toString())
                    .select("path", "modificationTime", "length")
                    .writeStream()
                    .queryName("follow " + place.location())
                    .option("checkpointLocation", checkpoint.toString())
                    .trigger(
                            once
                                    ? Trigger.AvailableNow()
                                    : Trigger.ProcessingTime(settings.get(INTERVAL, DEFAULT_INTERVAL)))
                    .foreachBatch(eachBatch)
                    .start();
        } catch (TimeoutException e) {
            throw new IllegalStateException("an earlier stream of this process has not ended", e);
        }
    }

    /** Sorts the files of a batch by the rules of every source. */
    ImageListing listing(Dataset<Row> batch) throws IOException {
        ListingBuilder listing = new ListingBuilder(place.location());
        for (Row file : batch.collectAsList()) {
            Path path = new Path(file.getString(0));
            try {
                listing.add(
                        place.relative(path),
                        file.getLong(2),
                        file.getTimestamp(1).toInstant(),
                        () -> head(path));
            } catch (FileNotFoundException e) {
                // gone before its batch began: as if it had never come
            }
        }
        return listing.soFar();
    }

    private byte[] head(Path file) throws IOException {
        try (InputStream in = place.files().open(file)) {
            return in.readNBytes(ImageFormat.HEAD_BYTES);
        }
    }
}
