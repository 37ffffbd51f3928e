package dev.fruits.spark.engine;

import dev.fruits.core.store.StoreSettings;
import dev.fruits.spark.hadoop.S3aSettings;
import dev.fruits.spark.submit.SparkSettings;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** Finds the running session, or starts one. */
public final class Sessions {
    private static final String MASTER = "spark.master";

    private Sessions() {}

    /** The active session of this thread, else the default session of this process. */
    public static Optional<SparkSession> running() {
        return alive(SparkSession.getActiveSession()).or(() -> alive(SparkSession.getDefaultSession()));
    }

    private static Optional<SparkSession> alive(Option<SparkSession> session) {
        return session.isDefined() && !session.get().sparkContext().isStopped()
                ? Optional.of(session.get())
                : Optional.empty();
    }

    /**
     * Starts a session with the settings of spark-submit and the system properties; without a master, in this process and
     * without a UI.
     *
     * @param threads number of tasks that run at once in this process
     * @param store how Spark itself reaches an object store
     * @throws dev.fruits.core.WrongUseException if Spark rejects one of its settings
     */
    public static SparkSession started(int threads, StoreSettings store) {
        SparkConf conf = new SparkConf(true).setIfMissing("spark.app.name", "fruits");
        if (!conf.contains(MASTER)) {
            conf.setMaster("local[" + threads + "]").setIfMissing("spark.ui.enabled", "false");
        }
        S3aSettings.of(store).forEach((key, value) -> conf.set("spark.hadoop." + key, value));
        return SparkSettings.checked(() -> SparkSession.builder().config(conf).getOrCreate());
    }
}
