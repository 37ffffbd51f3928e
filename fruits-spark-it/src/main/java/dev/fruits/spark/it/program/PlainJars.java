package dev.fruits.spark.it.program;

import dev.fruits.core.contract.ByteFeatures;
import dev.fruits.core.contract.MemoryImages;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.image.Location;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.run.Pipeline;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.spi.EngineProvider;
import dev.fruits.core.spi.EngineSettings;
import dev.fruits.core.spi.ReducerProvider;
import dev.fruits.core.spi.StorageProvider;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.parquet.ParquetResults;
import dev.fruits.parquet.ParquetSink;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ServiceLoader;

/**
 * Runs a pipeline with the plain jars of the house beside Spark's own Parquet, and reads the results with both. Takes the
 * location of the results.
 */
public final class PlainJars {
    private static final String SPARKS_PARQUET = "org.apache.parquet.Version";
    private static final String OWN_PARQUET = "dev.fruits.parquet.shaded." + SPARKS_PARQUET;

    private PlainJars() {}

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        ResultStore results =
                first(StorageProvider.class).connect(StoreSettings.DEFAULT).results(new Location(args[0]));
        EngineSettings settings = new EngineSettings(2, Files.createTempDirectory("plain-jars"), false);
        try (Engine engine = first(EngineProvider.class).open(settings)) {
            Pipeline.builder(new MemoryImages(5, 20, 0), new ByteFeatures(6, "/0003"), ParquetSink.into(results))
                    .reduce(first(ReducerProvider.class).open(ComponentChoice.components(2)))
                    .build()
                    .runOn(engine);
            System.out.println(
                    "rows read by fruits: " + ParquetResults.of(results).rowCount(Dataset.features("")));
            System.out.println("rows read by Spark: " + rowsReadBySpark(args[0] + "/features"));
        }
        System.out.println("Parquet of Spark: " + version(SPARKS_PARQUET));
        System.out.println("Parquet of fruits: " + version(OWN_PARQUET));
    }

    private static <T> T first(Class<T> port) {
        return ServiceLoader.load(port).findFirst().orElseThrow();
    }

    /** {@code SparkSession.active().read().parquet(folder).count()}; this module compiles without Spark. */
    private static Object rowsReadBySpark(String folder) throws ReflectiveOperationException {
        Class<?> sessions = Class.forName("org.apache.spark.sql.SparkSession");
        Object session = sessions.getMethod("active").invoke(null);
        Object reader = sessions.getMethod("read").invoke(session);
        Object rows = reader.getClass().getMethod("parquet", String.class).invoke(reader, folder);
        return rows.getClass().getMethod("count").invoke(rows);
    }

    private static Object version(String type) throws ReflectiveOperationException {
        return Class.forName(type).getField("FULL_VERSION").get(null);
    }
}
