package dev.fruits.core.spi;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.store.StoreSettings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The places that results can lie at, for an adapter that knows a format of files and no place.
 *
 * @param providers asked in this order
 */
public record ResultStores(List<ResultStoreProvider> providers) {
    public ResultStores {
        providers = List.copyOf(providers);
    }

    /** What {@link ServiceLoader} finds, in the order of class names. */
    public static ResultStores onClassPath() {
        return new ResultStores(ServiceLoader.load(ResultStoreProvider.class).stream()
                .sorted(Comparator.comparing(provider -> provider.type().getName()))
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** These, with places of an object store reached as {@code store} says. */
    public ResultStores reaching(StoreSettings store) {
        return new ResultStores(
                providers.stream().map(provider -> provider.reaching(store)).toList());
    }

    public boolean handles(Location location) {
        return provider(location).isPresent();
    }

    /**
     * As {@link ResultStoreProvider#open}, by the first that handles the location.
     *
     * @throws WrongUseException if none does
     */
    public ResultStore open(Location location) {
        return provider(location)
                .orElseThrow(() -> new WrongUseException("out " + location + ": no store on the class path takes '"
                        + location.scheme().orElse("local") + "' locations; add the module that does"))
                .open(location);
    }

    private Optional<ResultStoreProvider> provider(Location location) {
        return providers.stream().filter(provider -> provider.handles(location)).findFirst();
    }
}
