package dev.fruits.spark.engine;

import dev.fruits.core.engine.Engine;
import dev.fruits.core.image.Location;
import dev.fruits.core.run.RunReport;
import dev.fruits.core.spi.EngineProvider;
import dev.fruits.core.spi.EngineSettings;
import dev.fruits.core.spi.FollowRequest;
import dev.fruits.core.spi.FollowTotals;
import dev.fruits.core.spi.PostedProgress;
import dev.fruits.spark.follow.FollowedFolder;
import dev.fruits.spark.submit.SparkSubmit;
import java.io.IOException;
import java.util.function.ObjLongConsumer;
import org.apache.spark.SparkUserAppException;

/** Offers {@link SparkEngine} as {@code spark}; its launcher is {@code spark-submit}. */
public final class SparkEngineProvider implements EngineProvider {
    @Override
    public String name() {
        return "spark";
    }

    @Override
    public Engine open(EngineSettings settings) {
        return SparkEngine.open(settings);
    }

    /** The property is set by {@code spark-submit} alone, in both modes. */
    @Override
    public boolean startedThisProcess() {
        return System.getProperty("spark.app.submitTime") != null;
    }

    @Override
    public void requireCompatible() {
        SparkSubmit.requireCompatible();
    }

    @Override
    public PostedProgress progressFile(Location out) {
        return SparkSubmit.progressFile(out);
    }

    /** {@code System.exit} makes YARN guess the result. */
    @Override
    public Exception failure(int exitCode) {
        return new SparkUserAppException(exitCode);
    }

    @Override
    public boolean canFollow() {
        return true;
    }

    @Override
    public FollowTotals follow(FollowRequest request, Engine engine, ObjLongConsumer<RunReport> listener)
            throws IOException {
        return FollowedFolder.follow(((SparkEngine) engine).session(), request, engine, listener);
    }
}
