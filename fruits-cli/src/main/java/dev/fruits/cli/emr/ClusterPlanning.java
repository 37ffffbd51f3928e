package dev.fruits.cli.emr;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.ResidencyCheck;
import dev.fruits.cli.compose.RunSettings;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.ModelRequest;
import dev.fruits.core.spi.PortableModel;
import dev.fruits.core.store.Residency;
import dev.fruits.emr.plan.ClusterPlan;
import dev.fruits.emr.plan.ClusterPlanner;
import dev.fruits.emr.plan.CostModel;
import dev.fruits.emr.plan.ExecutorSize;
import dev.fruits.emr.plan.NodePrice;
import dev.fruits.emr.plan.NodeType;
import dev.fruits.emr.plan.PriceList;
import dev.fruits.emr.plan.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Plans a run on a cluster: lists the images, measures the CNN, looks prices up. Creates nothing. */
public final class ClusterPlanning {
    private final Adapters adapters;
    private final ClusterPlanner planner;
    private final Path cache;
    private final LongSupplier nanos;

    /**
     * Plans with these adapters.
     *
     * @param environment variables, which may name the folder of weights
     * @param nanos that were spent on the calling thread, {@link Calibration#threadNanos}
     */
    public ClusterPlanning(
            Adapters adapters, ClusterPlanner planner, Map<String, String> environment, LongSupplier nanos) {
        this.adapters = adapters;
        this.planner = planner;
        this.cache = ModelRequest.cacheFolder(environment);
        this.nanos = nanos;
    }

    /**
     * Plans. Whatever can be refused without work is refused first; where everything lies is asked before anything is
     * read.
     *
     * @throws WrongUseException if something that is asked cannot be: a region or bucket outside the residency, a type
     *     without a price, no images
     * @throws RunFailedException if images or weights cannot be had
     * @throws IOException if reading fails
     */
    public PlannedRun plan(RunSettings settings, ClusterRequest wish, ProgressListener listener) throws IOException {
        String region = region(settings);
        planner.requireRegion(region, settings.residency());
        String release = planner.release(wish.sparkLine());
        NodeType type = planner.nodeType(wish.type());
        ExecutorSize.on(type);
        JobLocations places = JobLocations.of(settings, wish);
        requireResidency(settings, region, places);
        List<String> notes = new ArrayList<>();
        NodePrice price = price(region, type, wish, notes);
        Measured measured = measured(settings, wish, listener);
        PortableModel portable =
                adapters.portable(settings.model(), cache, listener).orElse(null);
        if (portable != null) {
            places = places.bringing(settings.model(), portable);
        }
        CostModel model = new CostModel(wish.throughput(measured.rate), price, price, type);
        if (wish.spot() > 0) {
            notes.add(
                    "spot nodes are estimated at the on-demand price: they cost less, and may start late or be reclaimed");
        }
        return new PlannedRun(
                wish,
                region,
                release,
                places.job(),
                model,
                ClusterPlan.of(model, measured.workload, wish.plan()),
                measured.calibration,
                settings.images().text(),
                settings.model(),
                portable,
                notes,
                places.preparations());
    }

    /** Where it is {@code any}, nobody is asked: a plan of local images needs no network. */
    private static void requireResidency(RunSettings settings, String region, JobLocations places) throws IOException {
        if (settings.residency() == Residency.ANY) {
            return;
        }
        Map<String, Location> held = places.known();
        held.put("images", settings.images()); // read from here; a copy goes below the folder
        held.put("model", new Location(settings.model()));
        ResidencyCheck.onClassPath(settings.residency(), settings.store().inRegion(region))
                .require(region, held, settings.store().kmsKey());
    }

    private String region(RunSettings settings) {
        return Optional.ofNullable(settings.store().region())
                .or(planner::usualRegion)
                .orElseThrow(() -> new WrongUseException("region: none given; pass --region, such as eu-west-3, or set"
                        + " 'region' under 'store' in the pipeline file"));
    }

    private NodePrice price(String region, NodeType type, ClusterRequest wish, List<String> notes) {
        if (wish.price() != null) {
            return new NodePrice(wish.price(), 0, "given by --price");
        }
        PriceList prices = prices(region, type, wish, notes);
        return prices.price(region, type.name()).orElseThrow(() -> unknownPrice(prices, region, type));
    }

    private PriceList prices(String region, NodeType type, ClusterRequest wish, List<String> notes) {
        if (wish.knownPrices()) {
            return planner.knownPrices();
        }
        try {
            return planner.currentPrices(region, List.of(type));
        } catch (RunFailedException e) {
            notes.add(e.getMessage() + "; prices that were known before are taken");
            return planner.knownPrices();
        }
    }

    private static WrongUseException unknownPrice(PriceList prices, String region, NodeType type) {
        List<String> types = prices.types(region);
        List<String> regions = prices.regions(type.name());
        return new WrongUseException("type " + type.name() + ": no price is known in region " + region
                + (types.isEmpty() ? "" : ", where there are those of " + String.join(", ", types))
                + (regions.isEmpty() ? "" : "; it has one in " + String.join(", ", regions))
                + "; the region may lack it: take another --type or --region, or pass --price USD for an hour");
    }

    /** What there is to do, and how fast. */
    private record Measured(
            Workload workload, double rate, @Nullable Calibration calibration) {}

    private Measured measured(RunSettings settings, ClusterRequest wish, ProgressListener listener) throws IOException {
        Adapters found = adapters.on(settings.engine(), settings.store());
        ImageSource source = found.images(settings.images());
        FeatureExtractor extractor = found.extractor(settings.model(), cache, listener);
        ImageListing listing = settings.selection().apply(source.list());
        List<ImageRef> images = listing.images();
        if (images.isEmpty()) {
            throw new WrongUseException("images " + settings.images()
                    + ": holds none that can be worked on; give a folder" + " that holds one folder per label");
        }
        Workload workload = new Workload(
                images.size(), images.stream().mapToLong(ImageRef::bytes).sum());
        if (wish.rate() != null) {
            return new Measured(workload, wish.rate(), null);
        }
        Calibration calibration = Calibration.of(source, images, extractor, settings.batch(), nanos);
        return new Measured(workload, calibration.perVcpu(), calibration);
    }
}
