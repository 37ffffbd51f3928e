package dev.fruits.core.spi;

import dev.fruits.core.WrongUseException;
import java.nio.file.Path;

/**
 * How an engine is set up.
 *
 * @param threads the budget: how many CNN sessions may run at once, at least 1
 * @param workFolder a local folder for what must survive a kill; made where it is missing, removed after a whole run
 * @param resume whether what a killed run left in {@code workFolder} is used; otherwise it is removed
 */
public record EngineSettings(int threads, Path workFolder, boolean resume) {
    public EngineSettings {
        if (threads < 1) {
            throw new WrongUseException("threads " + threads + ": must be at least 1");
        }
    }

    /** As many threads as processors, nothing resumed. */
    public static EngineSettings in(Path workFolder) {
        return new EngineSettings(Runtime.getRuntime().availableProcessors(), workFolder, false);
    }
}
