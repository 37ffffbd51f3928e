package dev.fruits.spark.engine;

import dev.fruits.core.spi.EngineSettings;
import dev.fruits.spark.hadoop.S3aSettings;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** Finds the running session, or starts one. */
public final class Sessions {
    private static final String MASTER = "spark.master";

    private Sessions() {}

    /** The session that is active in this thread, else the one of this process. */
    public static Optional<SparkSession> running() {
        return alive(SparkSession.getActiveSession()).or(() -> alive(SparkSession.getDefaultSession()));
    }

    private static Optional<SparkSession> alive(Option<SparkSession> session) {
        return session.isDefined() && !session.get().sparkContext().isStopped()
                ? Optional.of(session.get())
                : Optional.empty();
    }

    /** With what spark-submit and system properties say; else in this process, without a UI. */
    static SparkSession started(EngineSettings settings) {
        SparkConf conf = conf(settings.threads());
        S3aSettings.of(settings.store()).forEach((key, value) -> conf.set("spark.hadoop." + key, value));
        return SparkSession.builder().config(conf).getOrCreate();
    }

    /**
     * With what spark-submit and system properties say; else in this process, without a UI.
     *
     * @param threads how many tasks run at once in this process
     */
    public static SparkSession started(int threads) {
        return SparkSession.builder().config(conf(threads)).getOrCreate();
    }

    private static SparkConf conf(int threads) {
        SparkConf conf = new SparkConf(true).setIfMissing("spark.app.name", "fruits");
        if (!conf.contains(MASTER)) {
            conf.setMaster("local[" + threads + "]").setIfMissing("spark.ui.enabled", "false");
        }
        return conf;
    }
}
