package dev.fruits.emr.plan;

import dev.fruits.core.engine.ProgressListener;

/** Hears what a launch does and how far the run is. Called from the launching thread; returns at once. */
public interface LaunchListener extends ProgressListener {
    /** Something happened that a person wants to know, in one line. */
    void said(String line);

    /** Machines are about to be asked for. What is thrown here ends the launch before anything is made. */
    default void making() {}

    /** The cloud refused: no machines were made, and none will be. */
    default void refused() {}

    /** This run has machines of its own from now on: they cost money until they end. */
    default void began(ClusterRun run) {}
}
