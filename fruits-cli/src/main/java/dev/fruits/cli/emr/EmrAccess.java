package dev.fruits.cli.emr;

import dev.fruits.cli.StoreOptions;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.emr.Emr;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.ClusterRuns;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options by which a run on EMR is found again. */
final class EmrAccess {
    private static final int MOST_POLL = 3600;

    @Option(names = "--serverless", description = "On EMR Serverless, not on clusters.")
    boolean serverless;

    @Option(names = "--poll", paramLabel = "SECONDS", description = "How often EMR is asked. Default: 10.")
    int poll = 10;

    @ArgGroup(validate = false, order = 7, heading = "%nObject stores%n")
    StoreOptions store = new StoreOptions();

    @Option(names = "--verbose", description = "Show the stack trace of an error.")
    boolean verbose;

    ClusterRuns runs() {
        return runs(store.settings());
    }

    ClusterRuns runs(StoreSettings settings) {
        if (poll < 1 || poll > MOST_POLL) {
            throw new WrongUseException("poll " + poll + ": must be 1 to " + MOST_POLL + " seconds");
        }
        return Emr.runs(settings, serverless, Duration.ofSeconds(poll));
    }

    /** The newest run of this name. */
    ClusterRun run(ClusterRuns runs, String name) throws IOException {
        Optional<ClusterRun> found = runs.find(name);
        return found.orElseThrow(() ->
                new WrongUseException("run " + name + ": EMR knows none in this region; './fruits " + command("status")
                        + "' lists what it knows" + (serverless ? "" : ", with --serverless the others")));
    }

    /** The words of another command that finds the same run. */
    String command(String verb) {
        return command(verb, store.settings());
    }

    /** The same where not only the options say how the store is reached. */
    String command(String verb, StoreSettings settings) {
        StringBuilder words = new StringBuilder("emr ").append(verb);
        if (serverless) {
            words.append(" --serverless");
        }
        if (settings.region() != null) {
            words.append(" --region ").append(settings.region());
        }
        if (settings.endpoint() != null) {
            words.append(" --endpoint ").append(settings.endpoint());
        }
        return words.append(settings.usesPathStyle() ? " --path-style" : "").toString();
    }
}
