package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.cli.compose.PipelineFile;
import dev.fruits.cli.compose.RunRequest;
import dev.fruits.cli.yaml.StrictYaml;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.store.Residency;
import dev.fruits.core.store.StoreEncryption;
import dev.fruits.core.store.StoreSettings;
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

    private RunRequest read(Path file) throws IOException {
        return new StrictYaml(Map.of())
                .read(file.toString(), file, PipelineFile.class)
                .request();
    }

    @Test
    void a_file_without_options_has_usual_values_and_stays_in_the_eu() throws IOException {
        Path file = folder.resolve("p.yaml");

        assertThat(session.fruits("init", file.toString())).isZero();

        assertThat(session.out()).contains("Wrote " + file);
        assertThat(read(file).images()).isEqualTo("photos");
        assertThat(read(file).model()).isEqualTo("fruitnet");
        assertThat(read(file).out()).isEqualTo("results");
        assertThat(read(file).residency()).isEqualTo(Residency.EU);
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
                .isEqualTo(new RunRequest(
                        "s3://b/Pomme d'été: ${HOME} #1",
                        3,
                        9L,
                        "a \"b\".onnx",
                        4,
                        2,
                        ComponentChoice.components(7),
                        "mllib",
                        "12",
                        "spark",
                        new StoreSettings(
                                "eu-west-3",
                                "http://h:9000",
                                true,
                                StoreEncryption.SSE_KMS,
                                "arn:aws:kms:eu-west-3:1:key/2",
                                true),
                        Residency.EU_ADEQUATE));
    }

    @Test
    void a_file_that_is_there_is_left_as_it_is() throws IOException {
        Path file = Files.writeString(folder.resolve("p.yaml"), "mine");

        assertThat(session.fruits("init", file.toString())).isEqualTo(2);

        assertThat(session.err())
                .isEqualToIgnoringNewLines(
                        "fruits: pipeline file " + file + ": is there already; remove it, or name another file");
        assertThat(file).hasContent("mine");
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        Path file = folder.resolve("none/p.yaml");

        assertThat(session.fruits("init", file.toString())).isEqualTo(2);

        assertThat(session.err()).contains("pipeline file " + file + ": its folder is not there; make it first");
    }
}
