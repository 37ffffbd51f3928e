package dev.fruits.cli.compose;

import dev.fruits.cli.yaml.StrictYaml;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.store.Residency;
import dev.fruits.core.store.StoreEncryption;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline file may hold; every key is an option of {@code run} too. Relative paths are relative to the current
 * folder, as they are in options.
 *
 * <pre>{@code
 * source:  { images: photos/Test, per-label: 10, seed: 42 }
 * extract: { model: mobilenet_v2, batch: 16, threads: 4 }
 * reduce:  { pca: { variance: 0.95 }, reducer: commons-math }
 * sink:    { parquet: results }
 * engine:  local
 * store:   { region: eu-west-3, encryption: sse-kms }
 * residency: eu
 * }</pre>
 *
 * @param source where the images are
 * @param extract which CNN
 * @param reduce how many components
 * @param sink where the results go
 * @param engine where the work runs
 * @param store how an object store is reached
 * @param residency where in the world everything may be
 */
public record PipelineFile(
        @Nullable Source source,
        @Nullable Extract extract,
        @Nullable Reduce reduce,
        @Nullable Sink sink,
        @Nullable String engine,
        @Nullable Store store,
        @Nullable String residency) {

    /** Where the images are, and how many are drawn per label. */
    public record Source(
            @Nullable String images,
            @Nullable Integer perLabel,
            @Nullable Long seed) {}

    /** Which CNN, and how it is fed. */
    public record Extract(
            @Nullable String model,
            @Nullable Integer batch,
            @Nullable Integer threads) {}

    /** How many components, fitted by what. */
    public record Reduce(@Nullable Pca pca, @Nullable String reducer) {}

    /** Either a number of components or a share of the variance. */
    public record Pca(
            @Nullable Integer components, @Nullable Double variance) {
        private static final String EITHER = "'pca' takes either 'components' or 'variance'";

        public Pca {
            if (components != null && variance != null) {
                throw new WrongUseException(EITHER);
            }
            chosen(components, variance);
        }

        ComponentChoice choice() {
            return chosen(components, variance);
        }

        private static ComponentChoice chosen(@Nullable Integer components, @Nullable Double variance) {
            if (components != null) {
                return ComponentChoice.components(components);
            }
            if (variance != null) {
                return ComponentChoice.variance(variance);
            }
            throw new WrongUseException(EITHER);
        }
    }

    /** Where the results go. */
    public record Sink(String parquet) {}

    /** How an object store is reached, as in {@link StoreSettings}. */
    public record Store(
            @Nullable String region,
            @Nullable String endpoint,
            @Nullable Boolean pathStyle,
            @Nullable String encryption,
            @Nullable String kmsKey,
            @Nullable Boolean requesterPays) {
        public Store {
            settings(region, endpoint, pathStyle, encryption, kmsKey, requesterPays);
        }

        StoreSettings settings() {
            return settings(region, endpoint, pathStyle, encryption, kmsKey, requesterPays);
        }

        private static StoreSettings settings(
                @Nullable String region,
                @Nullable String endpoint,
                @Nullable Boolean pathStyle,
                @Nullable String encryption,
                @Nullable String kmsKey,
                @Nullable Boolean requesterPays) {
            StoreEncryption encrypted = encryption == null ? null : StoreEncryption.of(encryption);
            return new StoreSettings(region, endpoint, pathStyle, encrypted, kmsKey, requesterPays);
        }
    }

    /**
     * Reads a file, here or by URL. It is reached as the options say, for what it says itself of stores and engines is not
     * known yet.
     *
     * @param options what the command line asks
     * @param environment variables, put in where the file names them
     * @throws WrongUseException if there is no such file, or something in it cannot be; the message names the line
     * @throws IOException if reading fails
     */
    public static PipelineFile read(String name, RunRequest options, Adapters adapters, Map<String, String> environment)
            throws IOException {
        StrictYaml yaml = new StrictYaml(environment);
        String reader = Objects.requireNonNullElseGet(options.engine(), adapters::defaultEngine);
        return adapters.on(reader, options.store())
                .remoteCopies()
                .with("pipeline file", name, copy -> yaml.read(name, copy, PipelineFile.class));
    }

    /** What the file asks for. */
    public RunRequest request() {
        return new RunRequest(
                source == null ? null : source.images(),
                source == null ? null : source.perLabel(),
                source == null ? null : source.seed(),
                extract == null ? null : extract.model(),
                extract == null ? null : extract.batch(),
                extract == null ? null : extract.threads(),
                reduce == null || reduce.pca() == null ? null : reduce.pca().choice(),
                reduce == null ? null : reduce.reducer(),
                sink == null ? null : sink.parquet(),
                engine,
                store == null ? StoreSettings.DEFAULT : store.settings(),
                residency == null ? null : Residency.of(residency));
    }
}
