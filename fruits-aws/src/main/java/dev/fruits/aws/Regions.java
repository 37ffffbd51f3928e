package dev.fruits.aws;

import dev.fruits.core.store.Jurisdiction;
import dev.fruits.core.store.Residency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Where Amazon's regions lie. A name that begins with {@code eu-} does not say so: London and Zurich are not in the EU. */
public final class Regions {
    /** Frankfurt, Stockholm, Milan, Spain, Ireland, Paris, and the European Sovereign Cloud in Brandenburg. */
    private static final Set<String> EU = new TreeSet<>(List.of(
            "eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3", "eusc-de-east-1"));

    /** London, Zurich. */
    private static final Set<String> EU_ADEQUATE = new TreeSet<>(List.of("eu-central-2", "eu-west-2"));

    /** Where Amazon names regions after continents and countries that are not the EU's. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("(us|ca|mx|sa|af|me|il|ap|cn)-[a-z]+(-[a-z]+)?-\\d|us-(gov|iso|isob)-[a-z]+-\\d");

    private Regions() {}

    /** Whose law holds there; {@link Jurisdiction#UNKNOWN} for a name that is none, or newer than this list. */
    public static Jurisdiction jurisdiction(String region) {
        if (EU.contains(region)) {
            return Jurisdiction.EU;
        }
        if (EU_ADEQUATE.contains(region)) {
            return Jurisdiction.EU_ADEQUATE;
        }
        return ELSEWHERE.matcher(region).matches() ? Jurisdiction.ELSEWHERE : Jurisdiction.UNKNOWN;
    }

    /** The regions of Europe that {@code residency} admits, sorted. */
    public static List<String> admittedBy(Residency residency) {
        Set<String> admitted = new TreeSet<>(EU);
        if (residency != Residency.EU) {
            admitted.addAll(EU_ADEQUATE);
        }
        return List.copyOf(admitted);
    }
}
