package dev.fruits.cli.emr;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.sink.Document;
import dev.fruits.core.store.Residency;
import dev.fruits.emr.plan.ClusterPlanner;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.NodePrice;
import dev.fruits.emr.plan.NodeType;
import dev.fruits.emr.plan.PriceList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Machines of 4 vCPUs and 16 GiB for 1 USD an hour, everywhere. */
public final class FakePlanner implements ClusterPlanner {
    private @Nullable String refusal;
    private boolean regionsRefused;

    /** From now on nobody tells today's prices. */
    public void refuse(String why) {
        refusal = why;
    }

    public void refuseRegions() {
        regionsRefused = true;
    }

    @Override
    public NodeType nodeType(String name) {
        return new NodeType(name, 4, 16);
    }

    @Override
    public Optional<String> usualRegion() {
        return Optional.empty();
    }

    @Override
    public void requireRegion(String region, Residency residency) {
        if (regionsRefused) {
            throw new WrongUseException("region " + region + ": refused");
        }
    }

    @Override
    public PriceList knownPrices() {
        return prices("known");
    }

    @Override
    public PriceList currentPrices(String region, List<NodeType> types) {
        if (refusal != null) {
            throw new RunFailedException(refusal);
        }
        return prices("today");
    }

    private static PriceList prices(String source) {
        return new PriceList() {
            @Override
            public Optional<NodePrice> price(String region, String type) {
                return Optional.of(new NodePrice(0.8, 0.2, source));
            }

            @Override
            public List<String> types(String region) {
                return List.of();
            }

            @Override
            public List<String> regions(String type) {
                return List.of();
            }
        };
    }

    @Override
    public String release(String sparkLine) {
        return "release-" + sparkLine;
    }

    @Override
    public List<Document> documents(ClusterSpec spec) {
        return List.of();
    }
}
