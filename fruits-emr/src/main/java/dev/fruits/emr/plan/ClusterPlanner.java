package dev.fruits.emr.plan;

import dev.fruits.core.sink.Document;
import dev.fruits.core.store.Residency;
import java.util.List;
import java.util.Optional;

/** Port: a cloud that clusters can be planned for. Creates nothing and needs no credentials. */
public interface ClusterPlanner {
    /**
     * Machines of this name.
     *
     * @throws dev.fruits.core.WrongUseException if there are none; the message says what there is
     */
    NodeType nodeType(String name);

    /** The region that this machine is set up for, where it is for any. */
    Optional<String> usualRegion();

    /**
     * Checks that a region is one, and lies where it may.
     *
     * @throws dev.fruits.core.WrongUseException if not; the message says which do
     */
    void requireRegion(String region, Residency residency);

    /** The prices that are known here, without asking anybody. */
    PriceList knownPrices();

    /**
     * Asks the cloud for the prices in a region, and keeps them for the next time.
     *
     * @throws dev.fruits.core.RunFailedException if it cannot be asked: no network, no credentials; the message says which
     */
    PriceList currentPrices(String region, List<NodeType> types);

    /** The name of the release that runs programs of a Spark line: {@code 3.5} or {@code 4.0}. */
    String release(String sparkLine);

    /** What would be sent to create the cluster, to the byte, and the same for other tools; files for a person. */
    List<Document> documents(ClusterSpec spec);
}
