package dev.fruits.cli.compose;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.Storage;
import dev.fruits.core.spi.StorageProvider;
import dev.fruits.core.store.ResidencyInspector;
import dev.fruits.core.store.StoreSettings;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The storages to choose from by the scheme of a location.
 *
 * @param providers the first one that has the scheme is used
 * @param settings how object stores are reached
 */
public record Storages(List<StorageProvider> providers, StoreSettings settings) {
    private static final String HADOOP = "hdfs";

    public Storages {
        providers = List.copyOf(providers);
    }

    /** What {@link java.util.ServiceLoader} finds, in the order of class names. */
    public static Storages onClassPath(StoreSettings settings) {
        return new Storages(Adapters.load(StorageProvider.class), settings);
    }

    /** These with other settings, the native ones of an engine first. */
    public Storages on(String engine, StoreSettings other) {
        return new Storages(
                Stream.concat(
                                providers.stream().filter(provider -> provider.isNativeTo(engine)),
                                providers.stream().filter(provider -> !provider.isNativeTo(engine)))
                        .toList(),
                other);
    }

    /** True if a storage has the scheme of the location. */
    public boolean handles(Location location) {
        return all(location).findAny().isPresent();
    }

    /**
     * The storage of a location.
     *
     * @param option the option that gave the location, for the message
     * @throws WrongUseException if no storage has its scheme; the message names the schemes that work
     */
    public Storage of(String option, Location location) {
        return all(location).findFirst().orElseThrow(() -> unsupported(option, location));
    }

    /** Tells where in the world a location is; empty if it is where the machines are, or nothing can tell. */
    Optional<ResidencyInspector> residency(Location location) {
        return all(location).flatMap(storage -> storage.residency().stream()).findFirst();
    }

    /** Everything that knows regions. */
    Stream<ResidencyInspector> inspectors() {
        return providers.stream().flatMap(provider -> provider.connect(settings).residency().stream());
    }

    private Stream<Storage> all(Location location) {
        String scheme = location.scheme().orElse("");
        return providers.stream()
                .filter(provider -> provider.schemes().contains(scheme))
                .map(provider -> provider.connect(settings));
    }

    private WrongUseException unsupported(String option, Location location) {
        TreeSet<String> schemes = providers.stream()
                .flatMap(provider -> provider.schemes().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        String what = location.scheme()
                .map(scheme -> "scheme '" + scheme + "' is not supported")
                .orElse("local paths are not supported");
        return new WrongUseException(option + " " + location + ": " + what + "; supported: "
                + schemes.stream()
                        .map(scheme -> scheme.isEmpty() ? "paths without a scheme" : scheme + "://")
                        .collect(Collectors.joining(", "))
                + (schemes.contains(HADOOP)
                        ? ""
                        : "; hdfs:// and other file systems of Hadoop with fruits-spark and Spark on the class path"));
    }
}
