package dev.fruits.spark.engine;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Spark in this process on two threads, shared by the tests; it ends with the process. */
public final class LocalSpark {
    private LocalSpark() {}

    /** The session, started where none runs. */
    public static SparkSession session() {
        return SparkSession.builder().config(conf()).getOrCreate();
    }

    static SparkConf conf() {
        return new SparkConf(false)
                .setMaster("local[2]")
                .setAppName("fruits-spark tests")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1");
    }
}
