package dev.fruits.core.engine;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The preflight of one machine.
 *
 * @param host its name
 * @param machine its hardware and operating system
 * @param modelSha256 of the model's file on it, 64 hexadecimal digits
 * @param problem why it failed, one line with the remedy; null if it passed
 */
public record HostReport(
        String host,
        Machine machine,
        String modelSha256,
        @Nullable String problem) implements Serializable {
    /** True if it loaded the model and ran an image. */
    public boolean isFit() {
        return problem == null;
    }

    /** The same report under the name that the cluster gives the machine. */
    public HostReport named(String name) {
        return new HostReport(name, machine, modelSha256, problem);
    }
}
