package dev.fruits.spark.engine;

import dev.fruits.core.feature.FeatureRow;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;

/** Features that lie in Spark: what {@link dev.fruits.core.engine.FeatureTable#unwrap} gives for a table of Spark's engine. */
public interface SparkRows {
    SparkSession session();

    /** All rows, materialised, in the order of the listing: within a partition, and from partition to partition. */
    JavaRDD<FeatureRow> rows();

    long rowCount();

    /** Length of every vector. */
    int dimension();
}
