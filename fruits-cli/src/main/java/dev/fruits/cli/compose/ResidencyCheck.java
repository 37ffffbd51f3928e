package dev.fruits.cli.compose;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.Jurisdiction;
import dev.fruits.core.store.LocationReport;
import dev.fruits.core.store.Residency;
import dev.fruits.core.store.ResidencyInspector;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.emr.plan.ClusterSpec;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds a run to where its data may be: asks for the place of everything that is in an object store before anything is
 * read or made. Places on this machine, or on a cluster's own disks, are where the machines are.
 */
public final class ResidencyCheck {
    private static final String LOCAL = "file";
    private static final Set<String> NEAR = Set.of(LOCAL, "hdfs");

    private final Storages storages;
    private final Residency residency;
    private final Map<String, String> decisions = new LinkedHashMap<>();

    public ResidencyCheck(Storages storages, Residency residency) {
        this.storages = storages;
        this.residency = residency;
    }

    /** With what {@link java.util.ServiceLoader} finds, stores reached as {@code store} says. */
    public static ResidencyCheck onClassPath(Residency residency, StoreSettings store) {
        return new ResidencyCheck(Storages.onClassPath(store), residency);
    }

    /**
     * Holds everything that a run reads or makes to it.
     *
     * @throws WrongUseException as {@link #require(String, Location)}
     * @throws IOException as {@link #require(String, Location)}
     */
    void require(RunSettings settings) throws IOException {
        require("images", settings.images());
        require("out", settings.out());
        if (!settings.model().isBlank()) {
            require("model", new Location(settings.model()));
        }
        String key = settings.store().kmsKey();
        if (key != null) {
            requireKey(key);
        }
    }

    /**
     * Holds everything that a cluster reads or makes to it, before it is made.
     *
     * @param model of the pipeline that it runs; a name, a file or a URL
     * @throws WrongUseException as {@link #require(String, Location)}
     * @throws IOException as {@link #require(String, Location)}
     */
    public void require(ClusterSpec cluster, @Nullable String model) throws IOException {
        Map<String, Location> places = new LinkedHashMap<>(cluster.job().places());
        if (model != null && !model.isBlank()) {
            places.put("model", new Location(model));
        }
        require(cluster.region(), places, cluster.access().kmsKey());
    }

    /**
     * Holds a cluster to it that has no specification yet.
     *
     * @param places that it reads or makes, by the option that says so
     * @throws WrongUseException as {@link #require(String, Location)}
     * @throws IOException as {@link #require(String, Location)}
     */
    public void require(String region, Map<String, Location> places, @Nullable String key) throws IOException {
        requireRegion("cluster region", region);
        for (Map.Entry<String, Location> place : places.entrySet()) {
            require(place.getKey(), place.getValue());
        }
        if (key != null) {
            requireKey(key);
        }
    }

    /**
     * Holds a place to it; a bucket that is public or not encrypted is warned of.
     *
     * @param option what the place is: {@code images}, {@code out}
     * @throws WrongUseException if it lies where it may not, or that cannot be told
     * @throws IOException if its store cannot be asked; never with {@link Residency#ANY}
     */
    public void require(String option, Location location) throws IOException {
        Optional<ResidencyInspector> inspector = storages.residency(location);
        if (inspector.isEmpty()) {
            requireNear(option, location);
            return;
        }
        try {
            LocationReport report = inspector.get().inspect(option, location);
            report.warnings().forEach(ResidencyCheck::warn);
            requireAdmitted(option + " " + location, report.region(), report.jurisdiction());
            decisions.put("residency-" + option, report.toString());
        } catch (IOException e) {
            if (residency != Residency.ANY) {
                throw e;
            }
        }
    }

    /**
     * Holds a region to it, of a cluster that is to be made, say.
     *
     * @throws WrongUseException if it lies where it may not, or that cannot be told
     */
    public void requireRegion(String thing, String region) {
        Jurisdiction jurisdiction = storages.inspectors()
                .map(inspector -> inspector.jurisdiction(region))
                .filter(known -> known != Jurisdiction.UNKNOWN)
                .findFirst()
                .orElse(Jurisdiction.UNKNOWN);
        requireAdmitted(thing, region, jurisdiction);
        decisions.put("residency-" + thing.replace(' ', '-'), region.isEmpty() ? "unknown" : region);
    }

    /** Holds a key for encryption to it, by its name or the settings of the store. */
    public void requireKey(String key) {
        String region = storages.inspectors()
                .map(inspector -> inspector.regionOfKey(key))
                .filter(known -> !known.isEmpty())
                .findFirst()
                .orElse("");
        requireRegion("kms-key", region);
    }

    /** What was found, by keys of the manifest's options. */
    public Map<String, String> decisions() {
        return new LinkedHashMap<>(decisions);
    }

    /** Without an inspector, only this machine's disk and the cluster's own are known to be where the machines are. */
    private void requireNear(String option, Location location) {
        if (!NEAR.contains(location.scheme().orElse(LOCAL))) {
            requireAdmitted(option + " " + location, "", Jurisdiction.UNKNOWN);
        }
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

    private static void warn(String line) {
        System.getLogger(ResidencyCheck.class.getName()).log(Level.WARNING, line);
    }
}
