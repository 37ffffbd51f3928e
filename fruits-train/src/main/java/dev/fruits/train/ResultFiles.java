package dev.fruits.train;

import ai.djl.engine.Engine;
import dev.fruits.core.Sha256;
import dev.fruits.core.WholeFile;
import dev.fruits.core.json.Json;
import dev.fruits.core.run.Csv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that a training ends with.
 *
 * @param settings of the training
 * @param set its photographs
 * @param split of them
 */
record ResultFiles(TrainingSettings settings, PhotographSet set, ArcSplit split) {
    static final String NAME = "fruitnet";

    TrainingResult write(Network network, List<EpochFigures> epochs) throws IOException {
        byte[] onnx = OnnxExport.write(NAME, network, metadata());
        String sha256 = Sha256.of(onnx);
        TrainingResult result = new TrainingResult(
                file(".onnx"),
                file(".card.json"),
                file(".labels.txt"),
                file(".training.json"),
                file(".rejects.csv"),
                set.counts(split),
                epochs);
        WholeFile.write(result.rejects(), Csv.rejections(set.rejections()));
        WholeFile.write(result.labels(), String.join("\n", set.labels()) + "\n");
        WholeFile.write(result.record(), Json.write(record(network.architecture(), sha256, epochs)));
        WholeFile.write(result.card(), Json.write(card(network.architecture(), sha256)));
        WholeFile.write(result.network(), onnx);
        return result;
    }

    private Path file(String suffix) {
        return settings.outFolder().resolve(NAME + suffix);
    }

    private Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("labels", String.join("\n", set.labels()));
        metadata.put("licence", settings.licence());
        metadata.put("origin", origin());
        return metadata;
    }

    private String origin() {
        return "trained from scratch by fruits-train on " + settings.dataSet().text();
    }

    private Map<String, Object> card(Architecture architecture, String sha256) {
        List<Double> middle = List.of(Pixels.MIDDLE, Pixels.MIDDLE, Pixels.MIDDLE);
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("tensor", OnnxExport.INPUT);
        input.put("width", architecture.side());
        input.put("height", architecture.side());
        input.put("layout", "NCHW");
        input.put("channels", "RGB");
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("name", NAME);
        card.put("file", NAME + ".onnx");
        card.put("sha256", sha256);
        card.put("licence", settings.licence());
        card.put("origin", origin());
        card.put("input", input);
        card.put("normalisation", fields("mean", middle, "std", middle));
        card.put("resampling", "pillow-bicubic");
        card.put("output", fields("tensor", OnnxExport.FEATURES, "dimension", architecture.features()));
        return card;
    }

    private Map<String, Object> record(Architecture architecture, String sha256, List<EpochFigures> epochs) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("name", NAME);
        record.put("sha256", sha256);
        record.put("licence", settings.licence());
        record.put("data", data());
        record.put("architecture", architecture(architecture));
        record.put("settings", settingsJson());
        record.put("versions", versions());
        record.put("epochs", epochs.stream().map(EpochJson::write).toList());
        return record;
    }

    private Map<String, Object> data() {
        DataSet data = settings.dataSet();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", data.name());
        json.put("licence", data.licence());
        json.put("attribution", data.attribution());
        json.put("classes", set.labels().size());
        json.put("training", split.training().size());
        json.put("heldBack", split.heldBack().size());
        json.put("rejected", set.rejections().size());
        json.put("ignored", set.ignored());
        return json;
    }

    private static Map<String, Object> architecture(Architecture architecture) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("side", architecture.side());
        json.put("inputPool", architecture.inputPool());
        json.put("filters", architecture.filters());
        json.put("featurePool", architecture.featurePool());
        json.put("features", architecture.features());
        json.put("classes", architecture.classes());
        return json;
    }

    private Map<String, Object> settingsJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("epochs", settings.epochs());
        json.put("seed", settings.seed());
        json.put("batch", settings.batch());
        json.put("threads", settings.threads());
        json.put("learningRate", settings.learningRate());
        json.put("weightDecay", settings.weightDecay());
        json.put("labelSmoothing", settings.labelSmoothing());
        json.put("heldBackShare", settings.heldBackShare());
        return json;
    }

    private static Map<String, Object> versions() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("djl", Engine.getDjlVersion());
        json.put("pytorch", Engine.getEngine("PyTorch").getVersion());
        json.put("java", System.getProperty("java.version"));
        json.put("platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return json;
    }

    private static Map<String, Object> fields(String name1, Object value1, String name2, Object value2) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(name1, value1);
        fields.put(name2, value2);
        return fields;
    }
}
