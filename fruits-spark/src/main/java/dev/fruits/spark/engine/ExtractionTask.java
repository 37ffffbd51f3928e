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
 * Extracts the features of a slice; sent to every executor once.
 *
 * @param source of the images
 * @param model the CNN and its files
 * @param dimension of its features
 * @param batch images per call of the CNN
 * @param readers the fewest threads that read for one task
 * @param metrics for Spark's UI
 */
record ExtractionTask(
        ImageSource source, ModelShipment model, int dimension, int batch, int readers, ExtractionMetrics metrics)
        implements FlatMapFunction<Iterator<JavaSerialized<ImageSlice>>, ExtractedBlock>, Serializable {
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
                    .log(System.Logger.Level.WARNING, "a reader of images cannot be closed", e);
        }
    }

    /** Threads that read for one task: the tasks of an executor share the concurrent reads of the source. */
    int readersHere() {
        return Math.max(readers, (source.concurrentReads() + tasksHere() - 1) / tasksHere());
    }

    /** Tasks that run at once in this executor. */
    static int tasksHere() {
        return Math.max(
                1,
                SparkEnv.get()
                        .conf()
                        .getInt("spark.executor.cores", Runtime.getRuntime().availableProcessors()));
    }
}
