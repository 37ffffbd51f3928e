package dev.fruits.cli.compose;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.Jurisdiction;
import dev.fruits.core.store.LocationReport;
import dev.fruits.core.store.Residency;
import dev.fruits.core.store.ResidencyInspector;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds a run to its residency: asks for the region of everything in an object store before anything is read or
 * created. The disks of this machine and of a cluster are where the machines are.
 */
public final class ResidencyCheck {
    private static final System.Logger LOG = System.getLogger(ResidencyCheck.class.getName());
    private static final String LOCAL = "file";
    private static final Set<String> NEAR = Set.of(LOCAL, "hdfs");

    private final Storages storages;
    private final Residency residency;
    private final Map<String, String> decisions = new LinkedHashMap<>();

    ResidencyCheck(Storages storages, Residency residency) {
        this.storages = storages;
        this.residency = residency;
    }

    /** With what {@link java.util.ServiceLoader} finds, stores reached as {@code store} says. */
    public static ResidencyCheck onClassPath(Residency residency, StoreSettings store) {
        return new ResidencyCheck(Storages.onClassPath(store), residency);
    }

    /** Checks everything that a run reads or writes, as {@link #require(String, Location)} does. */
    static ResidencyCheck passedBy(RunSettings settings) throws IOException {
        ResidencyCheck check = onClassPath(settings.residency(), settings.store());
        check.require("images", settings.images());
        check.require("out", settings.out());
        if (!settings.model().isBlank()) {
            check.require("model", new Location(settings.model()));
        }
        check.requireKey(settings.store().kmsKey());
        return check;
    }

    /**
     * Checks a cluster and its data before the cluster is created, as {@link #require(String, Location)} does.
     *
     * @param locations that it reads or writes, by the option that gives them
     */
    public void require(String region, Map<String, Location> locations, @Nullable String key) throws IOException {
        requireRegion("cluster region", region);
        for (Map.Entry<String, Location> location : locations.entrySet()) {
            require(location.getKey(), location.getValue());
        }
        requireKey(key);
    }

    /**
     * Checks a location; logs a warning about a bucket that is public or not encrypted.
     *
     * @param option that gives the location: {@code images}, {@code out}
     * @throws WrongUseException if it is in a region that the residency does not admit, or that is not known
     * @throws IOException if its store cannot be asked; never with {@link Residency#ANY}
     */
    public void require(String option, Location location) throws IOException {
        Optional<ResidencyInspector> inspector = storages.residency(location);
        if (inspector.isEmpty()) {
            if (!NEAR.contains(location.scheme().orElse(LOCAL))) {
                requireAdmitted(option + " " + location, "", Jurisdiction.UNKNOWN);
            }
            return;
        }
        try {
            LocationReport report = inspector.get().inspect(option, location);
            report.warnings().forEach(warning -> LOG.log(Level.WARNING, warning));
            requireAdmitted(option + " " + location, report.region(), report.jurisdiction());
            decisions.put("residency-" + option, report.toString());
        } catch (IOException e) {
            if (residency != Residency.ANY) {
                throw e;
            }
        }
    }

    /** Checks the region of {@code thing}; empty if it is not known. */
    void requireRegion(String thing, String region) {
        Jurisdiction jurisdiction = storages.inspectors()
                .map(inspector -> inspector.jurisdiction(region))
                .filter(known -> known != Jurisdiction.UNKNOWN)
                .findFirst()
                .orElse(Jurisdiction.UNKNOWN);
        requireAdmitted(thing, region, jurisdiction);
        decisions.put("residency-" + thing.replace(' ', '-'), region.isEmpty() ? "unknown" : region);
    }

    /** Checks a key for encryption, whose region its name or the settings of the store tell. */
    void requireKey(@Nullable String key) {
        if (key != null) {
            String region = storages.inspectors()
                    .map(inspector -> inspector.regionOfKey(key))
                    .filter(known -> !known.isEmpty())
                    .findFirst()
                    .orElse("");
            requireRegion("kms-key", region);
        }
    }

    /** What was found, by keys of the manifest's options. */
    Map<String, String> decisions() {
        return new LinkedHashMap<>(decisions);
    }

    private void requireAdmitted(String thing, String region, Jurisdiction jurisdiction) {
        if (!residency.admits(jurisdiction)) {
            throw new WrongUseException(thing + ": is in " + where(region, jurisdiction) + ", and residency is "
                    + residency.text() + "; " + remedy(jurisdiction));
        }
    }

    private static String where(String region, Jurisdiction jurisdiction) {
        String name = region.isEmpty() ? "a region that is not known" : region;
        return jurisdiction == Jurisdiction.UNKNOWN ? name : name + ", outside the EU";
    }

    private static String remedy(Jurisdiction jurisdiction) {
        return switch (jurisdiction) {
            case EU_ADEQUATE -> "move it, or allow London and Zurich with residency eu-adequate";
            case UNKNOWN -> "name its region (--region, 'region' under 'store'), or allow it with residency any";
            case EU, ELSEWHERE -> "move it to a region in the EU, or allow it with residency any";
        };
    }
}
