package dev.fruits.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Spark in this process on two threads, shared by the tests; it ends with the process. */
public final class LocalSpark {
    /** On two threads; a task may fail twice. */
    public static final String MASTER = "local[2,3]";

    /** Set in the session, and never to be seen. */
    public static final String SECRET = "hush-hush-hush";

    private LocalSpark() {}

    /** The session, started where none runs. */
    public static SparkSession session() {
        return SparkSession.builder().config(conf()).getOrCreate();
    }

    /** The same session's context. */
    public static JavaSparkContext spark() {
        return JavaSparkContext.fromSparkContext(session().sparkContext());
    }

    public static SparkConf conf() {
        return new SparkConf(false)
                .setMaster(MASTER)
                .setAppName("fruits-spark tests")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.hadoop.fs.s3a.secret.key", SECRET)
                .set("spark.sql.shuffle.partitions", "2");
    }
}
