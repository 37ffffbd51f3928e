package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.PipelineFile;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
    private final Session session = Session.plain();

    @TempDir
    Path folder;

    private OptionValues read(Path file) throws IOException {
        return PipelineFile.read(file.toString(), file, Map.of());
    }

    @Test
    void a_file_without_options_has_usual_values_and_stays_in_the_eu() throws IOException {
        Path file = folder.resolve("p.yaml");

        assertThat(session.fruits("init", file.toString())).isZero();

        assertThat(session.out()).contains("Wrote " + file);
        assertThat(read(file).get(RunOptions.IMAGES)).isEqualTo("photos");
        assertThat(read(file).get(RunOptions.MODEL)).isEqualTo("fruitnet");
        assertThat(read(file).get(RunOptions.OUT)).isEqualTo("results");
        assertThat(read(file).get(StoreOptions.RESIDENCY)).isEqualTo("eu");
    }

    @Test
    void every_option_is_in_the_file_whatever_its_letters() throws IOException {
        Path file = folder.resolve("p.yaml");

        assertThat(session.fruits(
                        "init",
                        file.toString(),
                        "--images",
                        "s3://b/Pomme d'été: ${HOME} #1",
                        "--per-label",
                        "3",
                        "--seed",
                        "9",
                        "--model",
                        "a \"b\".onnx",
                        "--batch",
                        "4",
                        "--threads",
                        "2",
                        "--pca",
                        "7",
                        "--reducer",
                        "mllib",
                        "--out",
                        "12",
                        "--engine",
                        "spark",
                        "--region",
                        "eu-west-3",
                        "--endpoint",
                        "http://h:9000",
                        "--path-style",
                        "--encryption",
                        "sse-kms",
                        "--kms-key",
                        "arn:aws:kms:eu-west-3:1:key/2",
                        "--requester-pays",
                        "--residency",
                        "eu-adequate"))
                .as(session.err())
                .isZero();

        assertThat(read(file))
                .isEqualTo(OptionValues.NONE
                        .with(RunOptions.IMAGES, "s3://b/Pomme d'été: ${HOME} #1")
                        .with(RunOptions.PER_LABEL, 3)
                        .with(RunOptions.SEED, 9L)
                        .with(RunOptions.MODEL, "a \"b\".onnx")
                        .with(RunOptions.BATCH, 4)
                        .with(RunOptions.THREADS, 2)
                        .with(RunOptions.PCA, 7)
                        .with(RunOptions.REDUCER, "mllib")
                        .with(RunOptions.OUT, "12")
                        .with(RunOptions.ENGINE, "spark")
                        .with(StoreOptions.REGION, "eu-west-3")
                        .with(StoreOptions.ENDPOINT, "http://h:9000")
                        .with(StoreOptions.PATH_STYLE, true)
                        .with(StoreOptions.ENCRYPTION, "sse-kms")
                        .with(StoreOptions.KMS_KEY, "arn:aws:kms:eu-west-3:1:key/2")
                        .with(StoreOptions.REQUESTER_PAYS, true)
                        .with(StoreOptions.RESIDENCY, "eu-adequate"));
    }

    @Test
    void an_existing_file_is_not_changed() throws IOException {
        Path file = Files.writeString(folder.resolve("p.yaml"), "mine");

        assertThat(session.fruits("init", file.toString())).isEqualTo(2);

        assertThat(session.err())
                .isEqualToIgnoringNewLines(
                        "fruits: pipeline file " + file + ": already exists; remove it, or name another file");
        assertThat(file).hasContent("mine");
    }

    @Test
    void a_missing_folder_is_named() {
        Path file = folder.resolve("none/p.yaml");

        assertThat(session.fruits("init", file.toString())).isEqualTo(2);

        assertThat(session.err()).contains("pipeline file " + file + ": its folder does not exist; create it first");
    }
}
