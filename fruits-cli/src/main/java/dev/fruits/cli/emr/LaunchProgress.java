package dev.fruits.cli.emr;

import dev.fruits.cli.console.Progress;
import dev.fruits.emr.LaunchInterruption;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.LaunchListener;

/**
 * Tells a person what a launch does.
 *
 * @param progress shows how far the run is
 * @param interruption is told what was made
 */
record LaunchProgress(Progress progress, LaunchInterruption interruption, boolean quiet) implements LaunchListener {
    @Override
    public void said(String line) {
        if (!quiet) {
            progress.say(line);
        }
    }

    @Override
    public void progress(String step, long done, long total) {
        progress.progress(step, done, total);
    }

    @Override
    public void making() {
        interruption.making();
    }

    @Override
    public void refused() {
        interruption.refused();
    }

    @Override
    public void began(ClusterRun run) {
        interruption.began(run);
    }
}
