package dev.fruits.cli.command;

import dev.fruits.core.run.Manifest;
import picocli.CommandLine.IVersionProvider;

/** {@code fruits 0.1.0 (Java 17.0.15, Linux amd64)}. */
public final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "fruits " + Manifest.version() + " (Java " + System.getProperty("java.version") + ", "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ")"
        };
    }
}
