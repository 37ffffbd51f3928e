package dev.fruits.core.spi;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.store.StoreSettings;
import java.nio.file.Path;

/**
 * How an engine is set up.
 *
 * @param threads the budget: how many CNN sessions may run at once, at least 1
 * @param workFolder a local folder for files that must survive a kill; created if missing, removed after a complete run
 * @param resume whether what a killed run left in {@code workFolder} is used; otherwise it is removed
 * @param store how an object store is reached, for an engine that reads from one by itself
 */
public record EngineSettings(int threads, Path workFolder, boolean resume, StoreSettings store) {
    public EngineSettings {
        if (threads < 1) {
            throw new WrongUseException("threads " + threads + ": must be at least 1");
        }
    }

    /** With the default settings of stores. */
    public EngineSettings(int threads, Path workFolder, boolean resume) {
        this(threads, workFolder, resume, StoreSettings.DEFAULT);
    }

    /** As many threads as processors, nothing resumed. */
    public static EngineSettings in(Path workFolder) {
        return new EngineSettings(Runtime.getRuntime().availableProcessors(), workFolder, false);
    }
}
