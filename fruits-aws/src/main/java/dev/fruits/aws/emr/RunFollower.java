package dev.fruits.aws.emr;

import dev.fruits.aws.s3.S3Store;
import dev.fruits.core.cluster.ClusterRun;
import dev.fruits.core.cluster.RunState;
import dev.fruits.core.cluster.RunWatcher;
import dev.fruits.core.image.Location;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.run.RunProgress;
import java.io.IOException;
import java.util.Optional;

/** Looks at a run until it ends, and tells what changes. */
record RunFollower(Hosting hosting, S3Store store, Pace pace, RunWatcher watcher) {
    ClusterRun follow(ClusterRun run, Optional<Location> results) throws IOException {
        String told = "";
        while (true) {
            ClusterRun now = hosting.look(run.id()).recorded(run.recorded());
            String line = line(now);
            if (!line.equals(told)) {
                watcher.said(line);
                told = line;
            }
            if (!now.state().isAlive() && !now.costs()) {
                return now;
            }
            if (now.state() == RunState.RUNNING && results.isPresent()) {
                tellProgress(results.get());
            }
            pace.awaitLook();
        }
    }

    private static String line(ClusterRun run) {
        return run.thing() + ": " + run.state().text() + " (" + run.machines()
                + run.why().map(why -> ", " + why).orElse("") + ")";
    }

    /** What cannot be read is told at the next look, or never: the run itself does not depend on it. */
    private void tellProgress(Location results) throws IOException {
        try {
            store.read(EmrRuns.below(results, RunProgress.NAME))
                    .map(kept -> RunProgress.parse(RunProgress.NAME, kept.text()))
                    .ifPresent(progress -> watcher.progress(progress.step(), progress.done(), progress.total()));
        } catch (JsonException e) {
            watcher.said("progress at " + results + " cannot be read: " + e.getMessage());
        }
    }
}
