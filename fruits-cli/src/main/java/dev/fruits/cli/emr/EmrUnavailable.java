package dev.fruits.cli.emr;

import dev.fruits.core.WrongUseException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** {@code fruits emr} where fruits-emr is not on the class path, as in the jar that runs on a cluster. */
@Command(name = "emr", description = "Plans and launches runs on Amazon EMR, from a laptop.")
final class EmrUnavailable implements Callable<Integer> {
    @Parameters(hidden = true)
    List<String> command = List.of();

    @Unmatched
    List<String> options = List.of();

    @Override
    public Integer call() {
        throw new WrongUseException("emr: fruits-emr is not on the class path; clusters are launched from a laptop,"
                + " with ./fruits emr from a checkout");
    }
}
