package dev.fruits.spark.engine;

import dev.fruits.spark.submit.SparkSettings;
import org.apache.spark.api.java.JavaRDD;

/**
 * Decides the number of files of a table. Each partition becomes a file, so neighbouring partitions are joined, without a
 * shuffle, until files are large enough to read well. {@value #FILE_BYTES} sets the bytes of vectors in a file (4 for each
 * value), 64 MiB by default: 22,688 rows of 1,280 features are 2 files, a million are 77.
 */
final class WholeFiles {
    static final String FILE_BYTES = "spark.fruits.parquet.file.bytes";
    static final long DEFAULT_FILE_BYTES = 64L << 20;

    private WholeFiles() {}

    /**
     * The same elements in the same order, in one partition for each file; never more partitions than before.
     *
     * @param rows number of rows to be written
     * @param width number of values of each row
     */
    static <T> JavaRDD<T> of(JavaRDD<T> partitions, long rows, int width) {
        long bytes = SparkSettings.checked(
                () -> partitions.context().getConf().getSizeAsBytes(FILE_BYTES, DEFAULT_FILE_BYTES));
        int files = count(rows, width, bytes, partitions.getNumPartitions());
        return ContiguousPartitions.joined(partitions, files);
    }

    /** At least one file, and no more than partitions. */
    static int count(long rows, int width, long fileBytes, int partitions) {
        long bytes = Math.multiplyExact(rows, (long) width * Float.BYTES);
        long files = Math.max(1, (bytes + fileBytes - 1) / fileBytes);
        return (int) Math.min(files, Math.max(1, partitions));
    }
}
