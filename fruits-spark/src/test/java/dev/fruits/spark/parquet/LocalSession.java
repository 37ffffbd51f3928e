package dev.fruits.spark.parquet;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Spark in this process on two threads, shared by the tests. */
public final class LocalSession {
    private LocalSession() {}

    /** The session; started where none runs. */
    public static SparkSession session() {
        return SparkSession.builder().config(conf()).getOrCreate();
    }

    /** The same session's context. */
    public static JavaSparkContext spark() {
        return JavaSparkContext.fromSparkContext(session().sparkContext());
    }

    private static SparkConf conf() {
        return new SparkConf(false)
                .setMaster("local[2,3]") // a task may fail twice
                .setAppName("fruits-spark tests")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.hadoop.fs.s3a.secret.key", "hush-hush-hush")
                .set("spark.sql.shuffle.partitions", "2");
    }
}
