package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.cli.fake.TintModels;
import dev.fruits.core.json.JsonFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffCommandTest {
    private final Session session = Session.plain();

    @TempDir
    Path folder;

    @BeforeEach
    void photographs() throws IOException {
        TintedFruits.in(folder.resolve("photos"), 6, 0);
    }

    private Path run(String photos, String name, String... more) {
        Path out = folder.resolve(name);
        List<String> args = new ArrayList<>(List.of("run", "--quiet", "--pca", "2", "--model", TintModels.NAME));
        args.addAll(List.of("--images", folder.resolve(photos).toString(), "--out", out.toString()));
        args.addAll(List.of(more));
        Session other = Session.plain();
        assertThat(other.fruits(args.toArray(String[]::new))).as(other.err()).isZero();
        return out;
    }

    private int diff(Path first, Path second, String... more) {
        List<String> args = new ArrayList<>(List.of("diff", first.toString(), second.toString(), "--quiet"));
        args.addAll(List.of(more));
        return session.fruits(args.toArray(String[]::new));
    }

    @Test
    void runs_with_other_threads_and_batches_are_equal_to_the_bit() {
        Path first = run("photos", "first", "--threads", "1", "--batch", "5");
        Path second = run("photos", "second", "--threads", "3", "--batch", "2");

        assertThat(diff(first, second)).isZero();

        assertThat(session.out())
                .contains("Manifest    same model, ledger, counts and options that matter")
                .contains("options.batch: 5 | 2")
                .contains("Images      18 and 18, the same paths and labels")
                .contains("Features    18 of 18 vectors equal to the bit")
                .contains("Reduced     18 of 18 vectors equal to the bit")
                .contains("components: equal to the bit")
                .endsWith("Result      equal within the tolerances" + System.lineSeparator());
        assertThat(session.err()).isEmpty();
    }

    @Test
    void the_ledger_is_the_same_wherever_the_photographs_are() throws IOException {
        TintedFruits.in(folder.resolve("elsewhere/deep down/photos"), 6, 0);

        assertThat(diff(run("photos", "first"), run("elsewhere/deep down/photos", "second")))
                .isZero();
        assertThat(session.out()).contains("source: ").doesNotContain("ledger_sha256", "DIFFERS");
    }

    @Test
    void a_changed_photograph_is_the_worst_image_and_the_exit_code_is_1() throws IOException {
        Path first = run("photos", "first");
        TintedFruits.write(folder.resolve("photos/Pear"), 3, 90, 90, 90);

        assertThat(diff(first, run("photos", "second"))).isEqualTo(1);

        assertThat(session.out())
                .contains("Features    DIFFERS 17 of 18 vectors equal to the bit, 1 above the tolerance of 1.0e-06")
                .contains("worst image: Pear/3.jpg")
                .contains("Projection  DIFFERS mean")
                .contains("Result      NOT equal within the tolerances");
        assertThat(session.err()).isEmpty();
    }

    @Test
    void tolerances_may_be_widened() throws IOException {
        Path first = run("photos", "first");
        TintedFruits.write(folder.resolve("photos/Pear"), 3, 90, 90, 90);
        Path second = run("photos", "second");

        assertThat(diff(first, second, "--features-tolerance=1", "--components-tolerance=10", "--variance-tolerance=1"))
                .isZero();
        assertThat(session.out()).contains("above the tolerance of 1.0e+00", "above the tolerance of 1.0e+01");
    }

    @Test
    void a_missing_photograph_a_moved_one_and_another_option_are_named() throws IOException {
        Path first = run("photos", "first", "--per-label", "6");
        Files.delete(folder.resolve("photos/Pear/3.jpg"));
        Files.move(folder.resolve("photos/Lemon/0.jpg"), folder.resolve("photos/Apple/lemon.jpg"));
        Files.writeString(folder.resolve("photos/Apple/empty.jpg"), "");

        assertThat(diff(first, run("photos", "second"))).isEqualTo(1);

        assertThat(session.out())
                .contains("DIFFERS options.per-label: 6 | -")
                .contains("DIFFERS counts.results: 18 | 17")
                .contains("DIFFERS ledger_sha256: ")
                .contains("DIFFERS only in the first run, 2: Lemon/0.jpg, Pear/3.jpg")
                .contains("DIFFERS only in the second run, 1: Apple/lemon.jpg")
                .contains("DIFFERS only rejected in the second run, 1: Apple/empty.jpg");
    }

    @Test
    void json_tells_the_verdict_and_nothing_else_is_printed() {
        Path first = run("photos", "first");

        assertThat(diff(first, first, "--json")).isZero();

        JsonFields json = JsonFields.parse("standard output", session.out());
        assertThat(json.string("format")).isEqualTo("fruits-diff");
        assertThat(json.object("features").integer("equal_to_the_bit")).isEqualTo(18);
        assertThat(session.err()).isEmpty();
    }

    @Test
    void progress_goes_to_standard_error() {
        Path first = run("photos", "first");

        assertThat(session.fruits("diff", first.toString(), first.toString())).isZero();

        assertThat(session.err())
                .isEqualToNormalizingNewlines("Compare features: 36 / 36 (100 %)\nCompare reduced: 36 / 36 (100 %)\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a             | missing required parameter: 'OUT2'; see './fruits diff --help'
            a b           | run a: no such folder; check the path
            a b --features-tolerance=-1 | features-tolerance -1.0: must be 0 or more, such as 1e-6
            a b --variance-tolerance=x  | variance-tolerance x: must be a number
            ftp://a b     | run ftp://a: scheme 'ftp' is not supported; supported: paths without a scheme, fake://, far://, file://, s3://, s3a://, s3n://; hdfs:// and other file systems of Hadoop with fruits-spark and Spark on the class path
            """)
    void wrong_use_is_one_line_and_exit_code_2(String arguments, String message) {
        assertThat(session.fruits(("diff " + arguments).split(" "))).isEqualTo(2);
        assertThat(session.err()).isEqualToNormalizingNewlines("fruits: " + message + "\n");
        assertThat(session.out()).isEmpty();
    }

    @Test
    void a_damaged_run_is_one_line_and_exit_code_1() throws IOException {
        Path first = run("photos", "first");
        Path second = run("photos", "second");
        Path part = Files.writeString(second.resolve("features/part-00000.parquet"), "this is no Parquet file");

        assertThat(diff(first, second)).isEqualTo(1);

        assertThat(session.err())
                .isEqualToNormalizingNewlines("fruits: features " + part + ": cannot be read (is not a complete Parquet"
                        + " file); make this run again with --overwrite, or copy it again\n");
    }

    @Test
    void help_says_how_a_difference_is_measured() {
        assertThat(session.fruits("diff", "--help")).isZero();
        assertThat(session.out())
                .contains(
                        "--features-tolerance", "Default: 1e-6", "largest magnitude", "256 MiB", "Exit codes: 0 equal");
    }
}
