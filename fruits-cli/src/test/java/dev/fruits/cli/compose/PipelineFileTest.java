package dev.fruits.cli.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.cli.yaml.StrictYaml;
import dev.fruits.core.WrongUseException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineFileTest {
    @TempDir
    Path folder;

    private RunRequest read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("pipeline.yaml"), text);
        return new StrictYaml(Map.of())
                .read(file.toString(), file, PipelineFile.class)
                .request();
    }

    @Test
    void every_key_asks_for_what_its_option_asks_for() throws IOException {
        assertThat(read("""
                        source:  { images: photos/Test, per-label: 10, seed: 7 }
                        extract: { model: mobilenet_v2, batch: 8, threads: 4 }
                        reduce:  { pca: { variance: 0.9 }, reducer: commons-math }
                        sink:    { parquet: results }
                        engine:  local
                        store:   { region: eu-west-3, endpoint: "http://h:9000", path-style: true, kms-key: k, requester-pays: true }
                        residency: eu
                        """))
                .isEqualTo(new RunRequest(
                        "photos/Test",
                        10,
                        7L,
                        "mobilenet_v2",
                        8,
                        4,
                        ComponentChoice.variance(0.9),
                        "commons-math",
                        "results",
                        "local",
                        new StoreSettings("eu-west-3", "http://h:9000", true, StoreEncryption.SSE_KMS, "k", true),
                        Residency.EU));
    }

    @Test
    void a_file_may_say_little() throws IOException {
        assertThat(read("engine: local\nreduce: { reducer: x }\nsource: {}\nextract: {}")
                        .engine())
                .isEqualTo("local");
        assertThat(read("{}")).isEqualTo(RunRequest.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    reduce: { pca: { components: 3, variance: 0.9 } } | :1:16: 'pca' takes either 'components' or 'variance'
                    reduce: { pca: {} }                               | :1:16: 'pca' takes either 'components' or 'variance'
                    reduce: { pca: { components: 0 } }                | :1:16: pca 0: must be at least 1
                    reduce: { pca: { variance: 95 } }                 | :1:16: variance 95.0: must be above 0 and at most 1; 0.95 keeps 95 %
                    store: { encryption: aes }                        | :1:8: encryption aes: is not known; give one of sse-s3, sse-kms
                    store: { path-style: yes }                        | :1:22: 'path-style' must be true or false but is 'yes'
                    residency: mars                                   | residency mars: is not known; give one of eu, eu-adequate, any
                    sink: {}                                          | :1:7: key 'parquet' is missing in 'sink'
                    sorce: {}                                         | :1:1: unknown key 'sorce' in the file; did you mean 'source'?
                    """)
    void what_cannot_be_is_wrong_at_its_place(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(WrongUseException.class)
                .hasMessageEndingWith(message);
    }
}
