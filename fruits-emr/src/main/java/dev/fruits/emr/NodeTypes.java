package dev.fruits.emr;

import dev.fruits.core.WrongUseException;
import dev.fruits.emr.plan.NodeType;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What EC2's names of machines say: {@code m5.2xlarge} has 8 vCPUs, as every 2xlarge, and 4 GiB for each, as every m. */
final class NodeTypes {
    private static final Pattern NAME = Pattern.compile("([cmr])[5-9][a-z]*(?:-flex)?\\.(\\d*)xlarge");
    private static final Map<String, Integer> GIB_PER_VCPU = Map.of("c", 2, "m", 4, "r", 8);
    private static final int VCPUS_OF_XLARGE = 4;
    private static final int LARGEST = 48;

    private NodeTypes() {}

    static NodeType named(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches() || size(matcher.group(2)) > LARGEST) {
            throw new WrongUseException("type " + name
                    + ": is not a type of the families c, m and r from the fifth generation, xlarge or larger; give one"
                    + " such as m5.xlarge");
        }
        int vCpus = VCPUS_OF_XLARGE * size(matcher.group(2));
        return new NodeType(name, vCpus, vCpus * GIB_PER_VCPU.getOrDefault(matcher.group(1), 1));
    }

    private static int size(String digits) {
        return digits.isEmpty() ? 1 : digits.length() > 2 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
