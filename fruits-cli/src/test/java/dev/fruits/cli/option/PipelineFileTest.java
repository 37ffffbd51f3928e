package dev.fruits.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.store.Residency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PipelineFileTest {
    @TempDir
    Path folder;

    private OptionValues read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("pipeline.yaml"), text);
        return PipelineFile.read(file.toString(), file, Map.of());
    }

    @Test
    void every_key_sets_its_option() throws IOException {
        assertThat(read("""
                        source:  { images: photos/Test, per-label: 10, seed: 7 }
                        extract: { model: mobilenet_v2, batch: 8, threads: 4 }
                        reduce:  { pca: { variance: 0.9 }, reducer: commons-math }
                        sink:    { parquet: results }
                        engine:  local
                        store:   { region: eu-west-3, endpoint: "http://h:9000", path-style: true, kms-key: k, requester-pays: true }
                        residency: eu
                        """)).isEqualTo(everything().without(RunOptions.PCA).with(RunOptions.VARIANCE, 0.9));
    }

    private static OptionValues everything() {
        return OptionValues.NONE
                .with(RunOptions.IMAGES, "photos/Test")
                .with(RunOptions.PER_LABEL, 10)
                .with(RunOptions.SEED, 7L)
                .with(RunOptions.MODEL, "mobilenet_v2")
                .with(RunOptions.BATCH, 8)
                .with(RunOptions.THREADS, 4)
                .with(RunOptions.PCA, 3)
                .with(RunOptions.REDUCER, "commons-math")
                .with(RunOptions.OUT, "results")
                .with(RunOptions.ENGINE, "local")
                .with(StoreOptions.REGION, "eu-west-3")
                .with(StoreOptions.ENDPOINT, "http://h:9000")
                .with(StoreOptions.PATH_STYLE, true)
                .with(StoreOptions.KMS_KEY, "k")
                .with(StoreOptions.REQUESTER_PAYS, true)
                .with(StoreOptions.RESIDENCY, Residency.EU.text());
    }

    static Stream<OptionValues> values() {
        return Stream.of(
                OptionValues.NONE.with(RunOptions.ENGINE, "spark"),
                everything(),
                everything().with(RunOptions.VARIANCE, 0.95).with(StoreOptions.ENCRYPTION, "sse-kms"),
                OptionValues.NONE
                        .with(RunOptions.IMAGES, "s3://b/Fruits: \"ripe\", ${HOME}, # all of them")
                        .with(RunOptions.MODEL, "1e5")
                        .with(RunOptions.REDUCER, "yes")
                        .with(RunOptions.OUT, "~"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_written_file_is_read_as_the_same_values(OptionValues values) throws IOException {
        assertThat(read(PipelineFile.text(values))).isEqualTo(values);
    }

    @Test
    void a_written_file_explains_each_key_with_the_help_of_its_option() {
        assertThat(PipelineFile.text(OptionValues.NONE
                        .with(RunOptions.IMAGES, "photos")
                        .with(RunOptions.VARIANCE, 0.95)
                        .with(RunOptions.ENGINE, "local")))
                .isEqualTo("""
                        # A pipeline: ./fruits run FILE. Each key is also an option of the command, which overrides it.

                        source:
                          # %s
                          images: photos

                        reduce:
                          pca:
                            # %s
                            variance: 0.95

                        # %s
                        engine: local
                        """.formatted(
                        RunOptions.IMAGES.describe(), RunOptions.VARIANCE.describe(), RunOptions.ENGINE.describe()));
    }

    @Test
    void every_key_may_be_left_out() throws IOException {
        assertThat(read("engine: local\nreduce: { reducer: x }\nsource: {}\nextract: {}")
                        .get(RunOptions.ENGINE))
                .isEqualTo("local");
        assertThat(read("{}")).isEqualTo(OptionValues.NONE);
    }

    @Test
    void a_tilde_is_the_home_folder() throws IOException {
        assertThat(read("source: { images: ~/photos }").get(RunOptions.IMAGES))
                .isEqualTo(System.getProperty("user.home") + "/photos");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    reduce: { pca: { components: 3, variance: 0.9 } } | :1:43: variance: excludes --pca; give one of them
                    reduce: { pca: {} }                               | :1:16: 'pca' is empty; give 'components' or 'variance'
                    reduce: { pca: { components: 0 } }                | :1:30: pca 0: must be at least 1
                    reduce: { pca: { components: many } }             | :1:30: components many: must be a whole number
                    reduce: { pca: { variance: 95 } }                 | :1:28: variance 95.0: must be above 0 and at most 1; 0.95 keeps 95 %
                    reduce: { pca: { variance: 0,95 } }               | :1:30: unknown key '95' in 'pca'; write a decimal point: 0.95
                    reduce: { pca: { variance: '0,95' } }             | :1:28: variance 0,95: must be a number; write 0.95
                    reduce: { pca: { variance: .nan } }               | :1:28: variance .nan: must be a number
                    extract: { batch: 0 }                             | :1:19: batch 0: must be 1 to 1024; 8 to 16 is fastest
                    source: { per-label: 0 }                          | :1:22: per-label 0: must be at least 1; leave it out to keep every image
                    store: { region: paris }                          | :1:18: region paris: is no region's name; give one such as eu-west-3
                    store: { encryption: aes }                        | :1:22: encryption aes: is not known; give one of sse-s3, sse-kms
                    store: { path-style: yes }                        | :1:22: path-style yes: must be true or false
                    store: { encryption: sse-s3, kms-key: k }         | pipeline.yaml: kms-key: is not used by encryption sse-s3; leave one of them out
                    residency: mars                                   | :1:12: residency mars: is not known; give one of eu, eu-adequate, any
                    sink: {}                                          | :1:7: 'sink' is empty; give 'parquet'
                    sink: { parquet: ${OUT:-results} }                | :1:19: a value that holds ${...} inside { } needs double quotes (expected ',' or '}', but got {)
                    source: { images: "C:\\Users\\me" }               | :1:24: a backslash in double quotes begins an escape; use single quotes, or / in paths
                    source: { images: }                               | :1:18: 'images' has no value; give one or remove the key
                    sorce: {}                                         | :1:1: unknown key 'sorce' in the file; did you mean 'source'?
                    """)
    void a_wrong_value_is_named_with_line_and_column(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(WrongUseException.class)
                .hasMessageEndingWith(message);
    }
}
