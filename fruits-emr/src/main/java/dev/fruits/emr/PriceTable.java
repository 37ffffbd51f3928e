package dev.fruits.emr;

import dev.fruits.core.run.Csv;
import dev.fruits.emr.plan.NodePrice;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Prices in a table of a day.
 *
 * @param date of the newest of them
 * @param prices what is known
 */
record PriceTable(LocalDate date, SortedMap<Key, NodePrice> prices) {
    private static final String DATE = "# date: ";
    private static final String COMMENT = "#";
    private static final List<String> HEAD = List.of("region", "type", "ec2", "emr", "source");

    /** Which machine. */
    record Key(String region, String type) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::region).thenComparing(Key::type);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    PriceTable {
        prices = Collections.unmodifiableSortedMap(new TreeMap<>(prices));
    }

    /**
     * Reads a table: comments, of which one is the date, a head, a line for each machine.
     *
     * @throws IllegalArgumentException if it is none; the message says what is wrong
     */
    static PriceTable read(String text) {
        LocalDate date = text.lines()
                .filter(line -> line.startsWith(DATE))
                .map(line -> LocalDate.parse(line.substring(DATE.length()).strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no line '" + DATE + "YYYY-MM-DD'"));
        List<List<String>> rows = Csv.read(
                text.lines().filter(line -> !line.startsWith(COMMENT)).reduce("", (all, line) -> all + line + "\n"));
        if (rows.isEmpty() || !rows.get(0).equals(HEAD)) {
            throw new IllegalArgumentException("the head must be " + String.join(",", HEAD));
        }
        SortedMap<Key, NodePrice> prices = new TreeMap<>();
        rows.stream().skip(1).forEach(row -> put(prices, row));
        return new PriceTable(date, prices);
    }

    private static void put(SortedMap<Key, NodePrice> prices, List<String> row) {
        if (row.size() != HEAD.size()) {
            throw new IllegalArgumentException("a line has " + row.size() + " fields: " + row);
        }
        NodePrice price = new NodePrice(Double.parseDouble(row.get(2)), Double.parseDouble(row.get(3)), row.get(4));
        prices.put(new Key(row.get(0), row.get(1)), price);
    }

    String text() {
        StringBuilder text = new StringBuilder("# Prices of machines for Amazon EMR, USD per hour, on demand, Linux.\n")
                .append(DATE)
                .append(date)
                .append('\n')
                .append(Csv.line(HEAD.toArray()));
        prices.forEach((key, price) -> text.append(Csv.line(
                key.region(),
                key.type(),
                Double.toString(price.machine()),
                Double.toString(price.service()),
                price.source())));
        return text.toString();
    }

    /** This table with {@code where} added to the source of each price. */
    PriceTable annotated(String where) {
        SortedMap<Key, NodePrice> all = new TreeMap<>(prices);
        all.replaceAll((key, price) -> new NodePrice(price.machine(), price.service(), price.source() + where));
        return new PriceTable(date, all);
    }

    /** This table with what {@code newer} knows put over it. */
    PriceTable with(PriceTable newer) {
        SortedMap<Key, NodePrice> all = new TreeMap<>(prices);
        all.putAll(newer.prices);
        return new PriceTable(newer.date, all);
    }

    /** The price of a type in a region; empty where none is known: a region may lack a type. */
    Optional<NodePrice> price(String region, String type) {
        return Optional.ofNullable(prices.get(new Key(region, type)));
    }

    /** Types whose price in {@code region} is known, sorted by name. */
    List<String> types(String region) {
        return prices.keySet().stream()
                .filter(key -> key.region().equals(region))
                .map(Key::type)
                .toList();
    }

    /** Regions where the price of {@code type} is known, sorted by name. */
    List<String> regions(String type) {
        return prices.keySet().stream()
                .filter(key -> key.type().equals(type))
                .map(Key::region)
                .toList();
    }
}
