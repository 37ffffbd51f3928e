package dev.fruits.cli;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.EarlierRun;
import dev.fruits.cli.compose.RunRequest;
import dev.fruits.core.pca.ComponentChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of {@code run} that say what runs; what is not given stays null. */
final class RunOptions {
    /** Which images. */
    static final class Images {
        @Option(
                names = "--images",
                paramLabel = "DIR|URL",
                description = "A folder that holds one folder per label, or s3://bucket/prefix.")
        @Nullable
        String location;

        @Option(names = "--per-label", paramLabel = "N", description = "Draw N images of each label. Default: all.")
        @Nullable
        Integer perLabel;

        @Option(
                names = "--seed",
                paramLabel = "S",
                description = "Seed of that draw; the same seed draws the same images. Default: 42.")
        @Nullable
        Long seed;
    }

    /** Which CNN. */
    static final class Cnn {
        @Option(
                names = "--model",
                paramLabel = "NAME|FILE",
                description =
                        "A name that 'fruits models' lists, or a model file. Default: " + Adapters.DEFAULT_MODEL + ".")
        @Nullable
        String name;

        @Option(
                names = "--batch",
                paramLabel = "N",
                description = "Images per call of the CNN, 1 to 1024. Default: 16.")
        @Nullable
        Integer batch;

        @Option(
                names = "--threads",
                paramLabel = "N",
                description = "How many images are worked on at once. Default: one per processor.")
        @Nullable
        Integer threads;
    }

    /** How many components. */
    static final class Components {
        @Option(names = "--pca", paramLabel = "K", description = "Keep K components.")
        @Nullable
        Integer pca;

        @Option(
                names = "--variance",
                paramLabel = "V",
                description = "Keep as many as explain this share of the variance, 0 to 1. Default: 0.95.")
        @Nullable
        Double variance;

        @Nullable
        ComponentChoice choice() {
            if (pca != null) {
                return ComponentChoice.components(pca);
            }
            return variance == null ? null : ComponentChoice.variance(variance);
        }
    }

    /** Where it runs. */
    static final class Where {
        @Option(
                names = "--engine",
                paramLabel = "NAME",
                description = "local or spark. Default: local; spark where spark-submit started this.")
        @Nullable
        String engine;

        @Option(
                names = "--reducer",
                paramLabel = "NAME",
                description =
                        "What fits the components: commons-math; on Spark moments or mllib. Default: commons-math,"
                                + " on Spark moments.")
        @Nullable
        String reducer;
    }

    /** What happens to results that are there already. */
    static final class Earlier {
        @Option(
                names = "--resume",
                description = "Go on where a stopped run ended: features that are there are used again.")
        boolean resume;

        @Option(names = "--overwrite", description = "Replace the results when the new ones are complete.")
        boolean overwrite;

        EarlierRun run() {
            return resume ? EarlierRun.RESUMED : overwrite ? EarlierRun.OVERWRITTEN : EarlierRun.REFUSED;
        }
    }

    @ArgGroup(validate = false, order = 1, heading = "%nImages%n")
    Images images = new Images();

    @ArgGroup(validate = false, order = 2, heading = "%nCNN%n")
    Cnn cnn = new Cnn();

    @ArgGroup(order = 3, heading = "%nComponents%n")
    @Nullable
    Components components;

    @Option(
            names = "--out",
            paramLabel = "DIR|URL",
            description = "Where the results go. If results are there already, the run is refused.")
    @Nullable
    String out;

    @ArgGroup(order = 4, heading = "%nResults that are there already%n")
    @Nullable
    Earlier earlier;

    @ArgGroup(validate = false, order = 5, heading = "%nEngine%n")
    Where where = new Where();

    @ArgGroup(validate = false, order = 7, heading = "%nObject stores%n")
    StoreOptions store = new StoreOptions();

    RunRequest request() {
        return new RunRequest(
                images.location,
                images.perLabel,
                images.seed,
                cnn.name,
                cnn.batch,
                cnn.threads,
                components == null ? null : components.choice(),
                where.reducer,
                out,
                where.engine,
                store.settings(),
                store.residency());
    }

    EarlierRun earlierRun() {
        return earlier == null ? EarlierRun.REFUSED : earlier.run();
    }
}
