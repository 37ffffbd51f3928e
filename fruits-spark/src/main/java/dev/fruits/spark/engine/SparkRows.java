package dev.fruits.spark.engine;

import dev.fruits.core.feature.FeatureRow;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;

/** The features of a table in Spark, as {@link dev.fruits.core.engine.FeatureTable#unwrap} returns them. */
public interface SparkRows {
    /** The session that holds the rows. */
    SparkSession session();

    /** All rows, materialised, in the order of the listing: within a partition, and from partition to partition. */
    JavaRDD<FeatureRow> rows();

    /** Number of rows. */
    long rowCount();

    /** Length of every vector. */
    int dimension();
}
