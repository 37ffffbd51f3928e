package dev.fruits.spark.engine;

import org.apache.spark.api.java.JavaRDD;

/**
 * How many files a table becomes. Each partition that is written is a file, so partitions are joined, neighbours only
 * and without a shuffle, until files are large enough to read well. {@value #FILE_BYTES} sets how many bytes of vectors
 * a file holds (4 for each value), 64 MiB by default: 22,688 rows of 1,280 features are 2 files, a million are 77.
 */
final class WholeFiles {
    static final String FILE_BYTES = "spark.fruits.parquet.file.bytes";
    static final long DEFAULT_FILE_BYTES = 64L << 20;

    private WholeFiles() {}

    /**
     * The same elements in the same order, in as many partitions as there shall be files; never more than there are.
     *
     * @param rows how many rows will be written
     * @param width how many values each of them has
     */
    static <T> JavaRDD<T> of(JavaRDD<T> partitions, long rows, int width) {
        long bytes = partitions.context().getConf().getSizeAsBytes(FILE_BYTES, DEFAULT_FILE_BYTES);
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
