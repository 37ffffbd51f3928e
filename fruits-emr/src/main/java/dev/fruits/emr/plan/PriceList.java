package dev.fruits.emr.plan;

import java.util.List;
import java.util.Optional;

/** Port: what machines cost. */
public interface PriceList {
    /** The price of a type in a region, empty where none is known: a region may lack a type. */
    Optional<NodePrice> price(String region, String type);

    /** Types whose price in {@code region} is known, sorted by name. */
    List<String> types(String region);

    /** Regions where the price of {@code type} is known, sorted by name. */
    List<String> regions(String type);
}
