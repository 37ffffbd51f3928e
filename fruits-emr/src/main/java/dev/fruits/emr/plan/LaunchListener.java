package dev.fruits.emr.plan;

import dev.fruits.core.engine.ProgressListener;

/** Is notified of a launch and of the progress of the run, on the launching thread; returns at once. */
public interface LaunchListener extends ProgressListener {
    /** A message for a person, in one line. */
    void said(String line);

    /** The request for machines is about to be sent. An exception ends the launch before anything is created. */
    default void making() {}

    /** EMR refused: no machines were created, and none will be. */
    default void refused() {}

    /** The run has machines from now on, which cost until they terminate. */
    default void began(ClusterRun run) {}
}
