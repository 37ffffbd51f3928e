package dev.fruits.cli.emr;

import dev.fruits.cli.command.Command;
import dev.fruits.cli.command.CommandHelp;
import dev.fruits.cli.command.Invocation;
import dev.fruits.core.WrongUseException;

/** {@code fruits emr} where fruits-emr is not on the class path, as in the jar that runs on a cluster. */
record EmrUnavailable(Invocation call) implements Command {
    static final CommandHelp HELP = CommandHelp.of("emr", "Plans and launches runs on Amazon EMR, from a laptop.");

    @Override
    public int run() {
        throw new WrongUseException("emr: fruits-emr is not on the class path; clusters are launched from a laptop,"
                + " with ./fruits emr from a checkout");
    }
}
