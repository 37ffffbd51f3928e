package dev.fruits.parquet;

import java.lang.System.Logger.Level;
import org.slf4j.LoggerFactory;

/** parquet-java logs every value at DEBUG. Its logger carries the name that parquet-java has inside the jar. */
final class ParquetLogging {
    private ParquetLogging() {}

    static void warnIfSlow() {
        if (LoggerFactory.getLogger("org.apache.parquet").isDebugEnabled()) {
            System.getLogger(ParquetLogging.class.getName())
                    .log(
                            Level.WARNING,
                            "org.apache.parquet logs at DEBUG, which makes writing 16 to 37 times slower;"
                                    + " set that logger to INFO in the logging configuration");
        }
    }
}
