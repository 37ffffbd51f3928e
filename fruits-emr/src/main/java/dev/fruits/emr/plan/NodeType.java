package dev.fruits.emr.plan;

import dev.fruits.core.WrongUseException;
import java.util.regex.Pattern;

/**
 * A kind of machine.
 *
 * @param name {@code m5.xlarge}
 * @param vCpus hardware threads that it offers, at least 1
 * @param memoryGib memory in GiB
 */
public record NodeType(String name, int vCpus, double memoryGib) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z0-9-]+");

    /** @throws WrongUseException if the name has another form */
    public NodeType {
        if (!NAME.matcher(name).matches()) {
            throw new WrongUseException(
                    "type " + name + ": is no name of an instance type; give one such as m5.xlarge");
        }
        if (vCpus < 1 || !(memoryGib > 0)) {
            throw new IllegalArgumentException(name + ": " + vCpus + " vCPUs, " + memoryGib + " GiB");
        }
    }
}
