package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.cli.fake.FakeImages;
import dev.fruits.cli.fake.FakeResultStore;
import dev.fruits.cli.fake.FarStorage;
import dev.fruits.core.json.JsonFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {
    private final Session session = Session.plain();
    private String out = "fake://results";

    @TempDir
    Path folder;

    @BeforeEach
    void placeOfItsOwn(TestInfo test) {
        out = "fake://" + test.getDisplayName().replaceAll("\\W", "_");
    }

    private int run(String... more) {
        List<String> args = new ArrayList<>(List.of("run", "--engine", "fake", "--out", out));
        args.addAll(List.of(more));
        return session.fruits(args.toArray(String[]::new));
    }

    private int runOnSix(String... more) {
        List<String> args = new ArrayList<>(List.of("--images", "fake://images/6", "--model", "fake-cnn"));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    @Test
    void options_alone_run_a_pipeline_and_print_its_summary() {
        assertThat(runOnSix("--pca", "2")).isZero();
        assertThat(session.out())
                .contains("9 listed = 6 results + 1 rejected + 2 ignored")
                .contains("1 x list: lies in no class folder (top.jpg)")
                .contains("2 x hidden file")
                .contains("2 kept (pca 2 requested), 99.00 % of the variance explained, rank 3")
                .contains("Results     " + out);
        assertThat(FakeResultStore.document(out, "manifest.json")).isPresent();
    }

    @Test
    void ninety_five_percent_of_the_variance_is_kept_by_default() {
        assertThat(runOnSix()).isZero();
        assertThat(session.out()).contains("2 kept (variance 0.95 requested)");
    }

    @Test
    void json_prints_the_manifest_and_nothing_else_on_standard_output() {
        assertThat(runOnSix("--json", "--per-label", "2", "--seed", "7", "--batch", "3", "--threads", "5"))
                .isZero();
        JsonFields manifest = JsonFields.parse("standard output", session.out());
        assertThat(manifest.object("counts").integer("results")).isEqualTo(4);
        assertThat(manifest.object("counts").object("ignored_by_reason").integer("not drawn"))
                .isEqualTo(2);
        assertThat(manifest.object("options").string("seed")).isEqualTo("7");
        assertThat(manifest.object("engine").integer("batch")).isEqualTo(3);
        assertThat(manifest.object("engine").string("threads")).isEqualTo("5");
        assertThat(FakeResultStore.document(out, "manifest.json")).contains(session.out());
    }

    @Test
    void results_outside_the_eu_are_refused_before_anything_is_made() {
        out = "fake://virginia";
        assertThat(runOnSix("--residency", "eu")).isEqualTo(2);
        assertThat(session.err())
                .contains("fruits: out fake://virginia: is in virginia, outside the EU, and residency is eu;");
        assertThat(FakeResultStore.document(out, "manifest.json")).isEmpty();
    }

    @Test
    void the_manifest_says_where_everything_is() {
        assertThat(runOnSix("--residency", "eu", "--kms-key", "key:paris")).isZero();
        JsonFields options = JsonFields.parse(
                        "manifest",
                        FakeResultStore.document(out, "manifest.json").orElseThrow())
                .object("options");
        assertThat(options.string("residency")).isEqualTo("eu");
        assertThat(options.string("residency-images")).isEqualTo("paris, verified");
        assertThat(options.string("residency-out")).isEqualTo("paris, verified");
        assertThat(options.string("residency-kms-key")).isEqualTo("paris");
    }

    @Test
    void progress_goes_to_standard_error() {
        runOnSix();
        assertThat(session.err()).isEqualToNormalizingNewlines("Extract features: 6 / 6 (100 %)\n");
    }

    @Test
    void quiet_shows_no_progress() {
        assertThat(runOnSix("--quiet")).isZero();
        assertThat(session.err()).isEmpty();
        assertThat(session.out()).contains("Results");
    }

    @Test
    void doctor_tries_the_machine_and_runs_nothing() {
        assertThat(runOnSix("--doctor")).isZero();
        assertThat(session.out()).contains("host").contains("  fit  ").contains(System.getProperty("os.arch"));
        assertThat(FakeResultStore.document(out, "manifest.json")).isEmpty();
    }

    @Test
    void doctor_names_what_is_wrong_and_exits_1() {
        assertThat(run("--images", FakeImages.UNREACHABLE, "--model", "fake-cnn", "--doctor", "--json"))
                .isEqualTo(1);
        assertThat(session.out())
                .contains("\"fit\": false")
                .contains("\"problem\": \"images fake://unreachable: the network is down\"");
    }

    @Test
    void a_pipeline_file_runs_without_options() throws IOException {
        Path file = pipeline("reduce: { pca: { components: 1 }, reducer: fake-pca }\nengine: fake");
        assertThat(session.fruits("run", file.toString(), "--json")).isZero();
        JsonFields manifest = JsonFields.parse("standard output", session.out());
        assertThat(manifest.object("pca").integer("components")).isEqualTo(1);
        assertThat(manifest.object("counts").integer("results")).isEqualTo(4);
    }

    @Test
    void an_option_comes_before_what_the_file_says() throws IOException {
        Path file = pipeline("reduce: { pca: { components: 1 } }\nengine: spark");
        assertThat(run(file.toString(), "--json", "--variance", "0.999", "--per-label", "1"))
                .isZero();
        JsonFields manifest = JsonFields.parse("standard output", session.out());
        assertThat(manifest.object("pca").string("asked")).isEqualTo("variance 0.999");
        assertThat(manifest.object("counts").integer("results")).isEqualTo(2);
        assertThat(manifest.object("engine").string("name")).isEqualTo("fake");
    }

    @Test
    void a_pipeline_file_may_be_given_by_url_and_errors_name_that() throws IOException {
        Path file = pipeline("reduce: { pca: { components: 1 }, reducer: fake-pca }\nengine: fake");
        String url = FarStorage.url(file);
        assertThat(session.fruits("run", url)).isZero();
        Files.writeString(file, "sink: [1]\n");
        assertThat(session.fruits("run", url)).isEqualTo(2);
        assertThat(session.err()).contains("fruits: " + url + ":1:");
    }

    private Path pipeline(String rest) throws IOException {
        String head = """
                source:
                  images: fake://images/6
                  per-label: 2
                extract: { model: fake-cnn }
                sink: { parquet: "%s" }
                """.formatted(out);
        return Files.writeString(folder.resolve("pipeline.yaml"), head + rest);
    }

    @Test
    void an_error_of_the_file_names_its_line_and_column_and_is_wrong_use() throws IOException {
        Path file = pipeline("reduce:\n  pca:\n    componets: 3\n");
        assertThat(run(file.toString())).isEqualTo(2);
        assertThat(session.err())
                .isEqualToNormalizingNewlines(
                        "fruits: " + file + ":8:5: unknown key 'componets' in 'pca'; did you mean 'components'?\n");
        assertThat(session.out()).isEmpty();
    }

    @Test
    void results_that_are_there_already_are_refused_unless_resumed_or_overwritten() {
        assertThat(runOnSix()).isZero();
        assertThat(runOnSix()).isEqualTo(2);
        assertThat(session.err())
                .endsWith(
                        "already holds a run's results; pass --overwrite to replace them, --resume to reuse its features, or"
                                + " another --out" + System.lineSeparator());
        assertThat(runOnSix("--resume")).isZero();
        assertThat(runOnSix("--overwrite")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    --pca 2 --variance 0.5      | variance: excludes --pca; give one of them
                    --resume --overwrite        | overwrite: excludes --resume; give one of them
                    --pca two                   | pca two: must be a whole number
                    --variance 0,95             | variance 0,95: must be a number; write 0.95
                    --images x                  | option '--images' (DIR|URL) should be specified only once; see './fruits run --help'
                    --modl x                    | unknown option: '--modl'; did you mean --model?; see './fruits run --help'
                    --pca 0                     | pca 0: must be at least 1
                    --pca 4                     | pca 4: the model has 3 features; pass --pca 3 or less
                    --variance 1.5              | variance 1.5: must be above 0 and at most 1; 0.95 keeps 95 %
                    --batch 0                   | batch 0: must be 1 to 1024; 8 to 16 is fastest
                    --threads 0                 | threads 0: must be at least 1
                    --per-label 0               | per-label 0: must be at least 1; leave it out to keep every image
                    --reducer x                 | reducer x: not on the class path; available:
                    """)
    void a_wrong_option_is_one_line_and_exit_code_2(String options, String message) {
        assertThat(runOnSix(options.split(" "))).isEqualTo(2);
        assertThat(session.err()).startsWith("fruits: " + message).hasLineCount(1);
        assertThat(session.out()).isEmpty();
        assertThat(FakeResultStore.document(out, "manifest.json")).isEmpty();
    }

    @Test
    void what_is_required_is_asked_for_with_the_option_and_the_key() {
        assertThat(session.fruits("run")).isEqualTo(2);
        assertThat(session.fruits("run", "--images", "a")).isEqualTo(2);
        assertThat(session.err()).isEqualToNormalizingNewlines("""
                        fruits: images: not given; pass --images DIR, or set 'images' under 'source' in the pipeline file
                        fruits: out: not given; pass --out DIR, or set 'parquet' under 'sink' in the pipeline file
                        """);
    }

    @Test
    void an_adapter_that_is_not_there_is_wrong_use_and_the_message_says_what_is() {
        assertThat(session.fruits(
                        "run", "--engine", "warp", "--images", "fake://i/1", "--model", "fake-cnn", "--out", out))
                .isEqualTo(2);
        assertThat(session.err()).startsWith("fruits: engine warp: not on the class path; available: fake");
    }

    @Test
    void more_components_than_the_images_span_are_refused_with_the_largest_possible_number() {
        assertThat(run("--images", "fake://images/3", "--model", "fake-cnn", "--pca", "3"))
                .isEqualTo(2);
        assertThat(session.err())
                .isEqualToNormalizingNewlines(
                        "fruits: pca 3: 3 images span at most 2 components; pass --pca 2 or less, or --variance\n");
    }

    @Test
    void a_missing_source_is_wrong_use() {
        assertThat(run("--images", FakeImages.MISSING, "--model", "fake-cnn")).isEqualTo(2);
        assertThat(session.err()).contains("fruits: images fake://missing: no such folder; check the path");
    }

    @Test
    void a_full_disk_fails_the_run_and_names_the_remedy() {
        assertThat(run("--images", FakeImages.FULL_DISK, "--model", "fake-cnn")).isEqualTo(1);
        assertThat(session.err())
                .isEqualToNormalizingNewlines(
                        "fruits: /results/part-0: the disk is full; free space or choose another --out\n");
    }

    @Test
    void a_full_heap_fails_the_run_and_names_the_remedy() {
        assertThat(run("--images", FakeImages.NO_MEMORY, "--model", "fake-cnn")).isEqualTo(1);
        assertThat(session.err()).startsWith("fruits: memory: the heap of ").hasLineCount(1);
    }

    @Test
    void verbose_adds_the_stack_trace() {
        assertThat(run("--images", FakeImages.MISSING, "--model", "fake-cnn", "--verbose"))
                .isEqualTo(2);
        assertThat(session.err()).contains("\tat dev.fruits.cli.fake.FakeImages");
    }

    @Test
    void variables_of_the_environment_are_put_into_the_file() throws IOException {
        Session withVariable = new Session(Map.of("COUNT", "2"), new StoppedClock());
        Path file = Files.writeString(
                folder.resolve("p.yaml"),
                "source: { images: 'fake://images/${COUNT}' }\nextract: { model: '${CNN:-fake-cnn}' }\n");
        assertThat(withVariable.fruits(
                        "run", file.toString(), "--engine", "fake", "--out", out, "--json", "--pca", "1"))
                .isZero();
        assertThat(JsonFields.parse("out", withVariable.out()).object("counts").integer("results"))
                .isEqualTo(2);
    }
}
