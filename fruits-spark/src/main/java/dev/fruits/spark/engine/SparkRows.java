package dev.fruits.spark.engine;

import dev.fruits.core.feature.FeatureRow;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;

/**
 * The features of a table in Spark, as {@link dev.fruits.core.engine.FeatureTable#unwrap} returns them.
 *
 * @param session holds the rows
 * @param rows all rows in the order of the listing: within a partition, and from partition to partition
 * @param rowCount number of rows
 * @param dimension length of every vector
 */
public record SparkRows(SparkSession session, JavaRDD<FeatureRow> rows, long rowCount, int dimension) {}
