package dev.fruits.cli.compose;

import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.store.Residency;
import dev.fruits.core.store.StoreSettings;
import org.jspecify.annotations.Nullable;

/**
 * What one place, the command line or the pipeline file, asks of a run; null where it says nothing.
 *
 * @param images location of the images
 * @param perLabel how many images of each label are drawn
 * @param seed of that draw
 * @param model name or file of the CNN
 * @param batch images per call of the CNN
 * @param threads how many CNN sessions run at once
 * @param choice how many components are kept
 * @param reducer name of what fits them
 * @param out location of the results
 * @param engine name of the engine
 * @param store how an object store is reached
 * @param residency where in the world everything may be
 */
public record RunRequest(
        @Nullable String images,
        @Nullable Integer perLabel,
        @Nullable Long seed,
        @Nullable String model,
        @Nullable Integer batch,
        @Nullable Integer threads,
        @Nullable ComponentChoice choice,
        @Nullable String reducer,
        @Nullable String out,
        @Nullable String engine,
        StoreSettings store,
        @Nullable Residency residency) {
    public static final RunRequest NOTHING = new RunRequest(null, null, null, null, null, null, null, null, null, null);

    /** Says nothing of stores and residency. */
    public RunRequest(
            @Nullable String images,
            @Nullable Integer perLabel,
            @Nullable Long seed,
            @Nullable String model,
            @Nullable Integer batch,
            @Nullable Integer threads,
            @Nullable ComponentChoice choice,
            @Nullable String reducer,
            @Nullable String out,
            @Nullable String engine) {
        this(images, perLabel, seed, model, batch, threads, choice, reducer, out, engine, StoreSettings.DEFAULT, null);
    }

    /** This request with a CNN. */
    public RunRequest withModel(@Nullable String name) {
        return new RunRequest(
                images, perLabel, seed, name, batch, threads, choice, reducer, out, engine, store, residency);
    }

    /** This request with another place of the images. */
    public RunRequest from(String photographs) {
        return new RunRequest(
                photographs, perLabel, seed, model, batch, threads, choice, reducer, out, engine, store, residency);
    }

    /** This request with another place for the results. */
    public RunRequest into(String results) {
        return new RunRequest(
                images, perLabel, seed, model, batch, threads, choice, reducer, results, engine, store, residency);
    }

    /** This request with what is said of stores and residency. */
    public RunRequest with(StoreSettings settings, @Nullable Residency where) {
        return new RunRequest(
                images, perLabel, seed, model, batch, threads, choice, reducer, out, engine, settings, where);
    }

    /** This request on an engine. */
    public RunRequest onEngine(String name) {
        return new RunRequest(
                images, perLabel, seed, model, batch, threads, choice, reducer, out, name, store, residency);
    }

    /** This request, with {@code other} where it says nothing. */
    public RunRequest orElse(RunRequest other) {
        return new RunRequest(
                first(images, other.images),
                first(perLabel, other.perLabel),
                first(seed, other.seed),
                first(model, other.model),
                first(batch, other.batch),
                first(threads, other.threads),
                first(choice, other.choice),
                first(reducer, other.reducer),
                first(out, other.out),
                first(engine, other.engine),
                store.orElse(other.store),
                first(residency, other.residency));
    }

    private static <T> @Nullable T first(@Nullable T mine, @Nullable T other) {
        return mine != null ? mine : other;
    }
}
