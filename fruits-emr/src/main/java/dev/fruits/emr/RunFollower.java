package dev.fruits.emr;

import dev.fruits.aws.s3.S3Objects;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.run.RunProgress;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.LaunchListener;
import dev.fruits.emr.plan.RunState;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks at a run until it ends, and reports its changes. For one thread. */
final class RunFollower {
    /** A run costs also while nobody looks: a short failure of the network or of EMR does not end following. */
    private static final Duration UNSEEN = Duration.ofMinutes(5);

    private final EmrBackend backend;
    private final S3Objects store;
    private final Polling polling;
    private final LaunchListener watcher;
    private String told = "";

    RunFollower(EmrBackend backend, S3Objects store, Polling polling, LaunchListener watcher) {
        this.backend = backend;
        this.store = store;
        this.polling = polling;
        this.watcher = watcher;
    }

    ClusterRun follow(ClusterRun run, Optional<Location> results) throws IOException {
        while (true) {
            ClusterRun now = seen(run.id()).recorded(run.recorded());
            tell(now.thing() + ": " + now.state().text() + " (" + now.machines()
                    + now.why().map(why -> ", " + why).orElse("") + ")");
            if (!now.state().isAlive() && !now.costs()) {
                return now;
            }
            if (now.state() == RunState.RUNNING && results.isPresent()) {
                tellProgress(results.get());
            }
            polling.awaitLook();
        }
    }

    private void tell(String line) {
        if (!line.equals(told)) {
            watcher.said(line);
            told = line;
        }
    }

    private ClusterRun seen(String id) throws IOException {
        Instant end = polling.now().plus(UNSEEN);
        for (int failures = 1; ; failures++) {
            try {
                return backend.look(id);
            } catch (InterruptedIOException stopped) {
                throw stopped;
            } catch (IOException | WrongUseException | RunFailedException e) {
                if (!polling.now().isBefore(end)) {
                    throw e;
                }
                tell("the state of the run cannot be read, retrying: " + e.getMessage());
                polling.backOff(failures);
            }
        }
    }

    /** The run does not depend on its progress: what cannot be read is read at the next look. */
    private void tellProgress(Location results) throws InterruptedIOException {
        try {
            store.readText(results.resolve(RunProgress.NAME))
                    .map(kept -> RunProgress.parse(RunProgress.NAME, kept.text()))
                    .ifPresent(progress -> watcher.progress(progress.step(), progress.done(), progress.total()));
        } catch (InterruptedIOException stopped) {
            throw stopped;
        } catch (JsonException | IOException | WrongUseException | RunFailedException e) {
            watcher.said("progress at " + results + " cannot be read: " + e.getMessage());
        }
    }
}
