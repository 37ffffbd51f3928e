package dev.fruits.core.engine;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What one machine is, and whether it can do the work of a run.
 *
 * @param host its name
 * @param machine what it is
 * @param modelSha256 of the model's file as it lies there, 64 hexadecimal digits
 * @param problem why it cannot, one line with the remedy; null if it can
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

    /** The same machine under the name that its cluster has for it. */
    public HostReport named(String name) {
        return new HostReport(name, machine, modelSha256, problem);
    }
}
