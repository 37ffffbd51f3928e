package dev.fruits.cli.compose;

import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.store.Residency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes a request as the pipeline file that asks for the same. */
public final class PipelineText {
    private static final Dump YAML =
            new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build());

    private PipelineText() {}

    /** The file's text, which says nothing where the request does not. */
    public static String of(RunRequest request) {
        Residency residency = request.residency();
        return "# Each key is an option of ./fruits run, too; options come before what is said here.\n"
                + section("source", "one sub-folder per class: a folder, or s3://bucket/prefix", source(request))
                + section("extract", "./fruits models lists names; or FILE.onnx with its card", extract(request))
                + section("reduce", "{ components: K } or { variance: V }", reduce(request))
                + section("sink", "a folder, or s3://bucket/prefix", said("parquet", request.out()))
                + section("engine", "local or spark", request.engine())
                + section("store", "how s3:// is reached", request.store().said())
                + section(
                        "residency",
                        "where buckets, keys and clusters may be: eu, eu-adequate (London and Zurich too) or any",
                        residency == null ? null : residency.text());
    }

    private static Map<String, Object> source(RunRequest request) {
        Map<String, Object> source = said("images", request.images());
        source.putAll(said("per-label", request.perLabel()));
        source.putAll(said("seed", request.seed()));
        return source;
    }

    private static Map<String, Object> extract(RunRequest request) {
        Map<String, Object> extract = said("model", request.model());
        extract.putAll(said("batch", request.batch()));
        extract.putAll(said("threads", request.threads()));
        return extract;
    }

    private static Map<String, Object> reduce(RunRequest request) {
        ComponentChoice choice = request.choice();
        Map<String, Object> reduce = said("pca", choice == null ? null : pca(choice));
        reduce.putAll(said("reducer", request.reducer()));
        return reduce;
    }

    private static Map<String, Object> pca(ComponentChoice choice) {
        return choice instanceof ComponentChoice.Components fixed
                ? Map.of("components", fixed.k())
                : Map.of("variance", ((ComponentChoice.VarianceShare) choice).share());
    }

    private static Map<String, Object> said(String key, @Nullable Object value) {
        Map<String, Object> said = new LinkedHashMap<>();
        if (value instanceof String text) {
            said.put(key, text.replace("${", "$${")); // no variable of the environment is meant
        } else if (value != null) {
            said.put(key, value);
        }
        return said;
    }

    private static String section(String name, String comment, @Nullable Object content) {
        return content == null || Map.of().equals(content)
                ? ""
                : "\n# " + comment + "\n" + YAML.dumpToString(Map.of(name, content));
    }
}
