package dev.fruits.core.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The fields that differ in two manifests, sorted by name.
 *
 * @param disagreeing those that must not differ
 * @param allowed those that may: when, where and how fast it ran
 */
public record ManifestDifference(List<Field> disagreeing, List<Field> allowed) {
    /**
     * A field that differs.
     *
     * @param field {@code options.seed}
     * @param first its value in the first run; {@code -} where it has none
     * @param second likewise
     */
    public record Field(String field, String first, String second) {}

    /** Fields, or what they begin with where it ends in a point, that two runs of the same work share. */
    private static final List<String> MUST_AGREE = List.of(
            "format",
            "version",
            "model.",
            "pca.asked",
            "pca.components",
            "counts.listed",
            "counts.results",
            "counts.rejected",
            "counts.ignored",
            "counts.ignored_by_reason.",
            "ledger_sha256",
            "options.per-label",
            "options.seed",
            "options.components");

    private static final String MISSING = "-";

    public ManifestDifference {
        disagreeing = List.copyOf(disagreeing);
        allowed = List.copyOf(allowed);
    }

    public boolean isWithin() {
        return disagreeing.isEmpty();
    }

    static ManifestDifference between(Map<String, Object> first, Map<String, Object> second) {
        SortedMap<String, String> a = flat(first);
        SortedMap<String, String> b = flat(second);
        TreeSet<String> names = new TreeSet<>(a.keySet());
        names.addAll(b.keySet());
        List<Field> disagreeing = new ArrayList<>();
        List<Field> allowed = new ArrayList<>();
        for (String name : names) {
            String one = a.getOrDefault(name, MISSING);
            String other = b.getOrDefault(name, MISSING);
            if (!one.equals(other)) {
                (mustAgree(name) ? disagreeing : allowed).add(new Field(name, one, other));
            }
        }
        return new ManifestDifference(disagreeing, allowed);
    }

    private static boolean mustAgree(String field) {
        return MUST_AGREE.stream().anyMatch(name -> name.endsWith(".") ? field.startsWith(name) : field.equals(name));
    }

    private static SortedMap<String, String> flat(Map<String, Object> manifest) {
        SortedMap<String, String> fields = new TreeMap<>();
        flatten("", manifest, fields);
        return fields;
    }

    private static void flatten(String prefix, Map<?, ?> fields, SortedMap<String, String> flat) {
        fields.forEach((name, value) -> {
            if (value instanceof Map<?, ?> object) {
                flatten(prefix + name + ".", object, flat);
            } else {
                flat.put(prefix + name, String.valueOf(value));
            }
        });
    }
}
