package dev.fruits.spark.pca;

import java.util.function.Supplier;
import org.apache.spark.SparkContext;

/** What jobs are called in Spark's pages and event log. */
final class JobDescription {
    private static final String PROPERTY = "spark.job.description";

    private JobDescription() {}

    /** Works with this description on the jobs that it starts, and puts back the one of before. */
    static <T> T during(SparkContext context, String description, Supplier<T> work) {
        String before = context.getLocalProperty(PROPERTY);
        context.setJobDescription(description);
        try {
            return work.get();
        } finally {
            context.setLocalProperty(PROPERTY, before);
        }
    }
}
