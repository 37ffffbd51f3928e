package dev.fruits.emr;

import dev.fruits.aws.DefaultRegion;
import dev.fruits.aws.Regions;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.sink.Document;
import dev.fruits.core.store.Residency;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.emr.plan.ClusterPlanner;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.NodeType;
import dev.fruits.emr.plan.PriceList;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;

/** Plans clusters of Amazon EMR. */
final class EmrPlanner implements ClusterPlanner {
    /** The newest releases that are supported, by the Spark that they bring: 3.5.6, to April 2028; 4.0.2, to May 2027. */
    private static final Map<String, String> RELEASES = Map.of("3.5", "emr-7.13.0", "4.0", "emr-spark-8.0.0");

    private final Map<String, String> environment;
    private final PriceFiles files;
    private final AwsPriceList current;
    private final InstantSource clock;

    EmrPlanner(Map<String, String> environment, AwsPriceList current, InstantSource clock) {
        this.environment = Map.copyOf(environment);
        this.files = PriceFiles.of(environment);
        this.current = current;
        this.clock = clock;
    }

    @Override
    public NodeType nodeType(String name) {
        return NodeTypes.named(name);
    }

    @Override
    public Optional<String> usualRegion() {
        return DefaultRegion.of(environment);
    }

    @Override
    public void requireRegion(String region, Residency residency) {
        new StoreSettings(region, null, null, null, null, null);
        Regions.require(region, residency);
    }

    @Override
    public PriceList knownPrices() {
        return files.known();
    }

    @Override
    public PriceList currentPrices(String region, List<NodeType> types) {
        PriceTable known = files.known();
        String today = AwsPriceList.source(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        boolean asked = types.stream()
                .allMatch(type -> known.price(region, type.name())
                        .filter(price -> price.source().equals(today))
                        .isPresent());
        return asked ? known : files.keep(fetched(region, types));
    }

    private PriceTable fetched(String region, List<NodeType> types) {
        try {
            return current.prices(region, types);
        } catch (SdkException e) {
            String why = PriceListFailure.reason(e);
            throw new RunFailedException("AWS price list: not available (" + why + ")", e);
        } catch (JsonException | NumberFormatException e) {
            throw new RunFailedException("AWS's price list: is not in the form known here (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public String release(String sparkLine) {
        String release = RELEASES.get(sparkLine);
        if (release == null) {
            throw new WrongUseException("spark " + sparkLine + ": no release of EMR is known for it; give one of "
                    + String.join(", ", new TreeMap<>(RELEASES).keySet()));
        }
        return release;
    }

    @Override
    public List<Document> documents(ClusterSpec spec) {
        return List.of(
                new Document("run-job-flow.json", SentRequest.json(JobFlow.request(spec))),
                new Document("create-cluster.sh", CreateCluster.script(spec)),
                new Document("cloudformation.yaml", RolesTemplate.of(spec)));
    }
}
