package dev.fruits.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which module's classes may use which other module's classes; modules are named by their package below the root. */
final class Layers {
    /** Everything that is not a composition root. */
    private static final Set<String> BELOW =
            Set.of("core", "eigen", "image", "djl", "parquet", "local", "aws", "emr", "spark", "train");

    private static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("core", Set.of()),
            Map.entry("eigen", Set.of("core")),
            Map.entry("image", Set.of("core")),
            Map.entry("parquet", Set.of("core")),
            Map.entry("djl", Set.of("core", "image")),
            Map.entry("local", Set.of("core", "eigen")),
            Map.entry("aws", Set.of("core")),
            Map.entry("emr", Set.of("core", "aws")),
            Map.entry("spark", Set.of("core", "eigen", "parquet")),
            Map.entry("train", Set.of("core", "image")),
            Map.entry("cli", BELOW),
            Map.entry("lambda", Set.of("core", "djl", "aws")),
            Map.entry("examples", BELOW)));

    private Layers() {}

    static Set<String> modules() {
        return MAY_USE.keySet();
    }

    /** The modules that {@code module} must not use. */
    static List<String> forbiddenTo(String module) {
        Set<String> forbidden = new TreeSet<>(MAY_USE.keySet());
        forbidden.removeAll(MAY_USE.get(module));
        forbidden.remove(module);
        return List.copyOf(forbidden);
    }
}
