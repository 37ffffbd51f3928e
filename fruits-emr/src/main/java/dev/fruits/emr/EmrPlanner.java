package dev.fruits.emr;

import dev.fruits.aws.DefaultRegion;
import dev.fruits.aws.Regions;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Document;
import dev.fruits.core.spi.PortableModel;
import dev.fruits.core.store.Residency;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.emr.plan.Calibration;
import dev.fruits.emr.plan.ClusterPlan;
import dev.fruits.emr.plan.ClusterRequest;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.CostModel;
import dev.fruits.emr.plan.ExecutorSize;
import dev.fruits.emr.plan.JobLocations;
import dev.fruits.emr.plan.NodePrice;
import dev.fruits.emr.plan.NodeType;
import dev.fruits.emr.plan.PlannedRun;
import dev.fruits.emr.plan.RunToPlan;
import dev.fruits.emr.plan.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plans runs on Amazon EMR: lists the images, measures the CNN, looks up prices. Creates nothing. */
public final class EmrPlanner {
    /** The newest releases that are supported, by the Spark that they bring: 3.5.6, to April 2028; 4.0.2, to May 2027. */
    private static final Map<String, String> RELEASES = Map.of("3.5", "emr-7.13.0", "4.0", "emr-spark-8.0.0");

    private final Map<String, String> environment;
    private final PriceFiles files;
    private final AwsPriceList prices;

    EmrPlanner(Map<String, String> environment, AwsPriceList prices) {
        this.environment = Map.copyOf(environment);
        this.files = PriceFiles.of(environment);
        this.prices = prices;
    }

    /**
     * Plans. The request is checked before any work, and the residency of all locations before anything is read.
     *
     * @throws WrongUseException if the request cannot be met: a region or bucket outside the residency, a type without a
     *     price, no images
     * @throws RunFailedException if images or weights are not available
     * @throws IOException if reading fails
     */
    public PlannedRun plan(RunToPlan run, ClusterRequest request, ProgressListener listener) throws IOException {
        String region = region(run.store(), run.residency());
        String release = release(request.sparkLine());
        NodeType type = NodeTypes.named(request.type());
        ExecutorSize.on(type);
        JobLocations locations = JobLocations.of(run, request);
        requireResidency(run, region, locations);
        List<String> notes = new ArrayList<>();
        NodePrice price = price(region, type, request, notes);
        Measured measured = measured(run, request.rate(), listener);
        PortableModel portable = run.inputs().portable(listener).orElse(null);
        if (portable != null) {
            locations = locations.with(run.model(), portable);
        }
        CostModel model = new CostModel(request.throughput(measured.rate), price, price, type);
        if (request.taskNodes() > 0) {
            request.taskPurchase().note().ifPresent(notes::add);
        }
        return new PlannedRun(
                run,
                request,
                region,
                release,
                locations.job(),
                model,
                ClusterPlan.of(model, measured.workload, request.limits()),
                measured.calibration,
                portable,
                notes,
                locations.preparations());
    }

    private String region(StoreSettings store, Residency residency) {
        String region = Optional.ofNullable(store.region())
                .or(() -> DefaultRegion.of(environment))
                .orElseThrow(() -> new WrongUseException("region: none given; pass --region, such as eu-west-3, or set"
                        + " 'region' under 'store' in the pipeline file"));
        new StoreSettings(region, null, null, null, null, null); // checks its form
        Regions.require(region, residency);
        return region;
    }

    static String release(String sparkLine) {
        String release = RELEASES.get(sparkLine);
        if (release == null) {
            throw new WrongUseException("spark " + sparkLine + ": no release of EMR is known for it; give one of "
                    + String.join(", ", new TreeMap<>(RELEASES).keySet()));
        }
        return release;
    }

    /** With {@code any}, no store is asked: a plan of local images needs no network. */
    private static void requireResidency(RunToPlan run, String region, JobLocations locations) throws IOException {
        if (run.residency() == Residency.ANY) {
            return;
        }
        Map<String, Location> held = locations.known();
        held.put("images", run.images()); // read from here; a copy goes below the folder
        held.put("model", new Location(run.model()));
        run.inputs().requireResidency(region, held);
    }

    private NodePrice price(String region, NodeType type, ClusterRequest request, List<String> notes) {
        if (request.price() != null) {
            return new NodePrice(request.price(), 0, "given by --price");
        }
        PriceTable table = request.knownPrices() ? files.known() : current(region, type, notes);
        return table.price(region, type.name()).orElseThrow(() -> unknownPrice(table, region, type));
    }

    /** A price is requested once a day, and kept. */
    private PriceTable current(String region, NodeType type, List<String> notes) {
        PriceTable known = files.known();
        boolean isKept = known.price(region, type.name())
                .filter(price -> price.source().equals(prices.source()))
                .isPresent();
        try {
            return isKept ? known : files.keep(prices.of(region, type.name()));
        } catch (RunFailedException e) {
            notes.add(e.getMessage() + "; prices that were known before are taken");
            return known;
        }
    }

    private static WrongUseException unknownPrice(PriceTable prices, String region, NodeType type) {
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

    private static Measured measured(RunToPlan run, @Nullable Double rate, ProgressListener listener)
            throws IOException {
        ImageSource source = run.inputs().images();
        FeatureExtractor extractor = run.inputs().extractor(listener);
        List<ImageRef> images = run.inputs().selected(source);
        if (images.isEmpty()) {
            throw new WrongUseException("images " + run.images()
                    + ": holds none that can be worked on; give a folder that holds one folder per label");
        }
        Workload workload = new Workload(
                images.size(), images.stream().mapToLong(ImageRef::bytes).sum());
        if (rate != null) {
            return new Measured(workload, rate, null);
        }
        Calibration calibration = Calibration.of(source, images, extractor, run.batch(), Calibration::threadNanos);
        return new Measured(workload, calibration.perVcpu(), calibration);
    }

    /** The request that creates the cluster, to the byte, and the same for other tools: files for a person. */
    public static List<Document> documents(ClusterSpec spec) {
        return List.of(
                new Document("run-job-flow.json", SentRequest.json(JobFlow.request(spec))),
                new Document("create-cluster.sh", CreateCluster.script(spec)),
                new Document("cloudformation.yaml", RolesTemplate.of(spec)));
    }
}
