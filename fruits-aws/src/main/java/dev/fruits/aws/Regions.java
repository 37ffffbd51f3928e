package dev.fruits.aws;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.store.Jurisdiction;
import dev.fruits.core.store.Residency;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Amazon's regions, and which of them lie where data may. A name that begins with {@code eu-} does not say so: London and
 * Zurich are not in the EU.
 */
public final class Regions {
    private static final Map<String, String> EU = Map.of(
            "eu-west-1", "Ireland",
            "eu-west-3", "Paris",
            "eu-central-1", "Frankfurt",
            "eu-north-1", "Stockholm",
            "eu-south-1", "Milan",
            "eu-south-2", "Spain",
            "eusc-de-east-1", "Brandenburg");

    private static final Map<String, String> EU_ADEQUATE = Map.of("eu-west-2", "London", "eu-central-2", "Zurich");

    /** Where Amazon names regions after continents and countries that are not the EU's. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("(us|ca|mx|sa|af|me|il|ap|cn)-[a-z]+(-[a-z]+)?-\\d|us-(gov|iso|isob)-[a-z]+-\\d");

    private Regions() {}

    /** Whose law holds there; {@link Jurisdiction#UNKNOWN} for a name that is none, or newer than this list. */
    public static Jurisdiction jurisdiction(String region) {
        if (EU.containsKey(region)) {
            return Jurisdiction.EU;
        }
        if (EU_ADEQUATE.containsKey(region)) {
            return Jurisdiction.EU_ADEQUATE;
        }
        return ELSEWHERE.matcher(region).matches() ? Jurisdiction.ELSEWHERE : Jurisdiction.UNKNOWN;
    }

    /** Whether machines and data may be in {@code region}. */
    public static boolean isWithin(String region, Residency residency) {
        return residency.admits(jurisdiction(region));
    }

    /**
     * The regions that a residency allows, sorted; empty for {@link Residency#ANY}, which allows those too that are not
     * known here.
     */
    public static SortedSet<String> within(Residency residency) {
        SortedSet<String> regions = new TreeSet<>();
        if (residency != Residency.ANY) {
            regions.addAll(EU.keySet());
        }
        if (residency == Residency.EU_ADEQUATE) {
            regions.addAll(EU_ADEQUATE.keySet());
        }
        return regions;
    }

    /**
     * Refuses a region outside.
     *
     * @throws WrongUseException if it is; the message names the regions inside
     */
    public static void require(String region, Residency residency) {
        if (!isWithin(region, residency)) {
            throw new WrongUseException("region " + named(region) + ": is outside residency " + residency.text()
                    + "; take one of " + String.join(", ", within(residency)) + ", or another --residency");
        }
    }

    /** {@code eu-west-3 (Paris)}, or the bare name where the place is not known here. */
    public static String named(String region) {
        String place = EU.getOrDefault(region, EU_ADEQUATE.get(region));
        return place == null ? region : region + " (" + place + ")";
    }
}
