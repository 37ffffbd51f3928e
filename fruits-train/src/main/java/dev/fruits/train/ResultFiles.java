package dev.fruits.train;

import ai.djl.engine.Engine;
import dev.fruits.core.Sha256;
import dev.fruits.core.WholeFile;
import dev.fruits.core.json.Json;
import dev.fruits.core.run.Csv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files that a training ends with. */
record ResultFiles(TrainingSettings settings, ImageSet set, ArcSplit split) {
    static final String NAME = "fruitnet";

    TrainingResult write(Network network, List<EpochFigures> epochs) throws IOException {
        String labels = String.join("\n", set.labels());
        Map<String, String> metadata = Map.of("labels", labels, "licence", settings.licence(), "origin", origin());
        byte[] onnx = OnnxExport.write(NAME, network, metadata);
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
        WholeFile.write(result.labels(), labels + "\n");
        WholeFile.write(result.record(), Json.write(record(network.architecture(), sha256, epochs)));
        WholeFile.write(result.card(), Json.write(card(network.architecture(), sha256)));
        WholeFile.write(result.network(), onnx);
        return result;
    }

    private Path file(String suffix) {
        return settings.outFolder().resolve(NAME + suffix);
    }

    private String origin() {
        return "trained from scratch by fruits-train on " + settings.dataSet().text();
    }

    private Card card(Architecture architecture, String sha256) {
        int side = architecture.side();
        List<Double> middle = Collections.nCopies(Batch.CHANNELS, Batch.MIDDLE);
        return new Card(
                NAME,
                NAME + ".onnx",
                sha256,
                settings.licence(),
                origin(),
                new Card.Input(OnnxExport.INPUT, side, side, "NCHW", "RGB"),
                new Card.Normalisation(middle, middle),
                "pillow-bicubic",
                new Card.Output(OnnxExport.FEATURES, architecture.features()));
    }

    /** A model card, as {@code docs/model-cards.md} defines it. */
    private record Card(
            String name,
            String file,
            String sha256,
            String licence,
            String origin,
            Input input,
            Normalisation normalisation,
            String resampling,
            Output output) {
        private record Input(String tensor, int width, int height, String layout, String channels) {}

        private record Normalisation(List<Double> mean, List<Double> std) {}

        private record Output(String tensor, int dimension) {}
    }

    private TrainingRecord record(Architecture architecture, String sha256, List<EpochFigures> epochs) {
        Map<String, @Nullable Object> data = Json.fields(settings.dataSet());
        data.putAll(Json.fields(set.counts(split)));
        Map<String, @Nullable Object> parameters = Json.fields(settings);
        parameters.keySet().removeAll(Set.of("out_folder", "data_set", "licence", "existing", "resume"));
        return new TrainingRecord(
                NAME,
                sha256,
                settings.licence(),
                data,
                architecture,
                parameters,
                new TrainingRecord.Versions(
                        Engine.getDjlVersion(),
                        Engine.getEngine("PyTorch").getVersion(),
                        System.getProperty("java.version"),
                        System.getProperty("os.name") + " " + System.getProperty("os.arch")),
                epochs);
    }

    /** {@code fruitnet.training.json}. */
    private record TrainingRecord(
            String name,
            String sha256,
            String licence,
            Map<String, @Nullable Object> data,
            Architecture architecture,
            Map<String, @Nullable Object> settings,
            Versions versions,
            List<EpochFigures> epochs) {
        private record Versions(String djl, String pytorch, String java, String platform) {}
    }
}
