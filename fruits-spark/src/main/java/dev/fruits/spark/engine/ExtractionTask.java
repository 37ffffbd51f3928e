package dev.fruits.spark.engine;

import dev.fruits.core.image.ImageSource;
import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.util.TaskCompletionListener;

/**
 * What every executor gets once: how a slice becomes features.
 *
 * @param source of the images
 * @param model the CNN and its files
 * @param dimension of its features
 * @param batch images per call of the CNN
 * @param readers threads that read for one task, at least
 * @param metrics for Spark's UI
 */
record ExtractionTask(
        ImageSource source, ModelShipment model, int dimension, int batch, int readers, ExtractionMetrics metrics)
        implements FlatMapFunction<Iterator<JavaSerialized<ImageSlice>>, ExtractedBlock>, Serializable {
    private static final int HEAP_SHARE = 8;

    @Override
    public Iterator<ExtractedBlock> call(Iterator<JavaSerialized<ImageSlice>> slices) {
        PartitionExtraction extraction =
                new PartitionExtraction(this, slices.next().value());
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> close(extraction));
        return extraction;
    }

    private static void close(PartitionExtraction extraction) {
        try {
            extraction.close();
        } catch (IOException e) {
            System.getLogger(ExtractionTask.class.getName())
                    .log(System.Logger.Level.WARNING, "a reader of images did not close", e);
        }
    }

    /** Threads that read for one task: the tasks of an executor share what the source wants of a machine. */
    int readersHere() {
        return Math.max(readers, (source.concurrentReads() + tasksHere() - 1) / tasksHere());
    }

    /** Encoded images that may wait in memory for one task: the tasks of an executor share an eighth of its heap. */
    static long readAheadBytes() {
        return Runtime.getRuntime().maxMemory() / HEAP_SHARE / tasksHere();
    }

    private static int tasksHere() {
        return Math.max(
                1,
                SparkEnv.get()
                        .conf()
                        .getInt("spark.executor.cores", Runtime.getRuntime().availableProcessors()));
    }
}
