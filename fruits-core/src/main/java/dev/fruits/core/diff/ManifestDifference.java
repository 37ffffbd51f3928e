package dev.fruits.core.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two manifests, field by field.
 *
 * @param fields that differ, sorted by name
 */
public record ManifestDifference(List<FieldDifference> fields) {
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
        fields = List.copyOf(fields);
    }

    /** Those that must not differ. */
    public List<FieldDifference> disagreeing() {
        return fields.stream().filter(FieldDifference::mustAgree).toList();
    }

    /** Those that may. */
    public List<FieldDifference> allowed() {
        return fields.stream().filter(field -> !field.mustAgree()).toList();
    }

    public boolean isWithin() {
        return disagreeing().isEmpty();
    }

    static ManifestDifference between(Map<String, Object> first, Map<String, Object> second) {
        SortedMap<String, String> a = flat(first);
        SortedMap<String, String> b = flat(second);
        TreeSet<String> names = new TreeSet<>(a.keySet());
        names.addAll(b.keySet());
        List<FieldDifference> fields = new ArrayList<>();
        for (String name : names) {
            String one = a.getOrDefault(name, MISSING);
            String other = b.getOrDefault(name, MISSING);
            if (!one.equals(other)) {
                fields.add(new FieldDifference(name, one, other, mustAgree(name)));
            }
        }
        return new ManifestDifference(fields);
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
