package dev.fruits.core.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.json.JsonFields;
import dev.fruits.core.pca.ExplainedVariance;
import dev.fruits.core.pca.PcaProjection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunComparisonTest {
    private static final String MANIFEST = """
            {
              "format": "fruits-manifest",
              "started": "2026-11-22T10:15:30Z",
              "model": { "name": "mobilenet_v2", "sha256": "8068" },
              "counts": { "results": 40, "reused": 0, "ignored_by_reason": { "hidden file": 2 } },
              "ledger_sha256": "abcd",
              "options": { "seed": "42", "batch": "16", "per-label": "3" },
              "engine": { "name": "local" }
            }
            """;
    private static final String REJECTS = "path,stage,reason\nKiwi/bad.jpg,decode,truncated\n";
    private static final PcaProjection PCA = PcaProjection.of(
            new double[3], new double[][] {{1, 0, 0}, {0, 1, 0}}, ExplainedVariance.of(new double[] {3, 2, 1}, 40), 40);

    private static List<FeatureRow> features() {
        return IntStream.range(0, 40).mapToObj(i -> row(i, i, 1, 0.5f)).toList();
    }

    private static List<FeatureRow> reduced() {
        return IntStream.range(0, 40).mapToObj(i -> row(i, i, 1)).toList();
    }

    private static FeatureRow row(int image, float... values) {
        return new FeatureRow(path(image), "Kiwi", FeatureVector.of(values));
    }

    private static String path(int image) {
        return String.format("Kiwi/%02d.jpg", image);
    }

    private static MemoryResults run(String location) {
        return new MemoryResults(location)
                .table("features", features())
                .table("reduced", reduced())
                .document("manifest.json", MANIFEST)
                .document("rejects/rejects.csv", REJECTS)
                .document("pca.json", PCA.toJson());
    }

    private static RunDifference between(MemoryResults first, MemoryResults second) throws IOException {
        return new RunComparison(Tolerances.DEFAULT, ProgressListener.SILENT).between(first, second);
    }

    private static List<FeatureRow> changed(List<FeatureRow> rows, int index, FeatureRow row) {
        List<FeatureRow> changed = new ArrayList<>(rows);
        changed.set(index, row);
        return changed;
    }

    @Test
    void equal_runs_are_equal_to_the_bit() throws IOException {
        RunDifference difference = between(run("a"), run("b"));

        assertThat(difference.isWithin()).isTrue();
        assertThat(difference.features().equalToTheBit()).isEqualTo(40);
        assertThat(difference.features().largest()).isEmpty();
        assertThat(difference.reduced().equalToTheBit()).isEqualTo(40);
        assertThat(difference.manifest()).isEqualTo(new ManifestDifference(List.of(), List.of()));
    }

    @Test
    void the_order_of_rows_does_not_matter() throws IOException {
        List<FeatureRow> shuffled = new ArrayList<>(features());
        Collections.shuffle(shuffled, new Random(1));

        assertThat(between(run("a"), run("b").table("features", shuffled)).isWithin())
                .isTrue();
    }

    @Test
    void tables_too_large_to_hold_are_read_in_shares_with_the_same_outcome() throws IOException {
        MemoryResults first = run("a");
        List<FeatureRow> others = new ArrayList<>(changed(features(), 7, row(7, 7, 1.5f, 0.5f)));
        Collections.shuffle(others, new Random(1));
        MemoryResults second = run("b").table("features", others.subList(1, 40));
        List<String> progress = new ArrayList<>();
        ProgressListener listener = (step, done, total) -> progress.add(step + " " + done + " of " + total);

        RunDifference inShares = new RunComparison(Tolerances.DEFAULT, listener, 100).between(first, second);

        assertThat(first.reads()).isEqualTo(5 + 4); // 40 rows of 12 and of 8 bytes, 100 bytes at a time
        assertThat(inShares).isEqualTo(between(first, second));
        assertThat(progress)
                .hasSize(79 + 80)
                .contains("Compare features 79 of 79")
                .endsWith("Compare reduced 80 of 80");
    }

    @Test
    void the_worst_image_and_the_largest_differences_are_named() throws IOException {
        List<FeatureRow> others = features();
        for (int i = 0; i < 8; i++) {
            others = changed(others, i, row(i, i, 1 + i * i * 0.001f, 0.5f));
        }

        TableDifference table =
                between(run("a"), run("b").table("features", others)).features();

        assertThat(table.aboveTolerance()).isEqualTo(7);
        assertThat(table.equalToTheBit()).isEqualTo(33);
        assertThat(table.largest())
                .hasSize(5)
                .extracting(ValueDifference::where)
                .startsWith(path(7), path(6));
        assertThat(table.worst()).hasValueSatisfying(worst -> {
            assertThat(worst.where()).isEqualTo(path(7)); // 0.049 of a vector whose largest number is 7
            assertThat(worst.index()).isEqualTo(1);
            assertThat(worst.second()).isEqualTo(1.049f);
        });
    }

    @Test
    void differences_within_the_tolerance_are_shown_and_pass() throws IOException {
        List<FeatureRow> others = changed(features(), 30, row(30, 30.00001f, 1, 0.5f));

        RunDifference difference = between(run("a"), run("b").table("features", others));

        assertThat(difference.isWithin()).isTrue();
        assertThat(difference.features().equalToTheBit()).isEqualTo(39);
        assertThat(difference.features().largest()).hasSize(1);
    }

    @Test
    void a_zero_of_the_other_sign_is_another_bit_and_no_difference() throws IOException {
        MemoryResults second = run("b").table("features", changed(features(), 0, row(0, -0.0f, 1, 0.5f)));

        TableDifference table = between(run("a"), second).features();

        assertThat(table.equalToTheBit()).isEqualTo(39);
        assertThat(table.largest()).isEmpty();
        assertThat(table.isWithin()).isTrue();
    }

    @Test
    void missing_extra_doubled_and_relabelled_rows_are_named() throws IOException {
        List<FeatureRow> doubled = new ArrayList<>(features());
        doubled.add(features().get(3));
        List<FeatureRow> others = new ArrayList<>(features().subList(0, 30));
        others.set(5, new FeatureRow(path(5), "Pear", features().get(5).vector()));
        others.add(row(99, 1, 1, 1));

        PathDifference rows = between(run("a").table("features", doubled), run("b").table("features", others))
                .features()
                .rows();

        assertThat(rows.first()).isEqualTo(41);
        assertThat(rows.second()).isEqualTo(31);
        assertThat(rows.onlyFirst()).isEqualTo(new Names(11, List.of(path(3), path(30), path(31), path(32), path(33))));
        assertThat(rows.onlySecond()).isEqualTo(new Names(1, List.of(path(99))));
        assertThat(rows.changed()).isEqualTo(new Names(1, List.of(path(5) + ": Kiwi, Pear")));
        assertThat(rows.isEmpty()).isFalse();
    }

    @Test
    void rejects_are_compared_by_path_stage_and_reason() throws IOException {
        String others = "path,stage,reason\n\"Kiwi/a,b.jpg\",read,gone\nKiwi/bad.jpg,decode,empty file\n";

        PathDifference rejects = between(run("a"), run("b").document("rejects/rejects.csv", others))
                .rejects();

        assertThat(rejects.onlySecond()).isEqualTo(new Names(1, List.of("Kiwi/a,b.jpg")));
        assertThat(rejects.changed())
                .isEqualTo(new Names(1, List.of("Kiwi/bad.jpg: decode: truncated, decode: empty file")));
        assertThat(rejects.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "8068, 9999, model.sha256, true",
        "abcd, dcba, ledger_sha256, true",
        "42, 7, options.seed, true",
        "40, 41, counts.results, true",
        "2 }, 3 }, counts.ignored_by_reason.hidden file, true",
        "16, 5, options.batch, false",
        "local, spark, engine.name, false",
        "2026-11-22, 2026-11-23, started, false"
    })
    void fields_of_the_manifest_must_agree_or_may_differ(String value, String other, String field, boolean must)
            throws IOException {
        RunDifference difference =
                between(run("a"), run("b").document("manifest.json", MANIFEST.replaceFirst(value, other)));

        ManifestDifference manifest = difference.manifest();
        assertThat(must ? manifest.disagreeing() : manifest.allowed())
                .extracting(ManifestDifference.Field::field)
                .containsExactly(field);
        assertThat(must ? manifest.allowed() : manifest.disagreeing()).isEmpty();
        assertThat(difference.isWithin()).isEqualTo(!must);
    }

    @Test
    void a_field_that_one_manifest_lacks_is_shown_as_missing() throws IOException {
        String others = MANIFEST.replace("\"seed\": \"42\", ", "");

        assertThat(between(run("a"), run("b").document("manifest.json", others))
                        .manifest()
                        .disagreeing())
                .containsExactly(new ManifestDifference.Field("options.seed", "42", "-"));
    }

    @Test
    void vectors_of_another_length_than_that_of_the_projection_are_named() {
        MemoryResults second = run("b").table("features", changed(features(), 4, row(4, 1, 2)));

        assertThatThrownBy(() -> between(run("a"), second))
                .isInstanceOf(RunFailedException.class)
                .hasMessage(
                        "features of Kiwi/04.jpg: 3 numbers in the first run and 2 in the second, but their pca.json"
                                + " has 3; make the damaged run again with --overwrite");
    }

    @Test
    void runs_of_two_models_share_their_paths_only() throws IOException {
        PcaProjection other = PcaProjection.of(
                new double[2], new double[][] {{1, 0}}, ExplainedVariance.of(new double[] {2, 1}, 40), 40);
        MemoryResults second = run("b").table("features", reduced()).document("pca.json", other.toJson());

        RunDifference difference = between(run("a"), second);

        assertThat(difference.features().rows().isEmpty()).isTrue();
        assertThat(difference.features().incomparable()).contains("3 features in the first run, 2 in the second");
        assertThat(difference.features().compared()).isZero();
        assertThat(difference.reduced().incomparable()).contains("3 features in the first run, 2 in the second");
        assertThat(difference.isWithin()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            manifest.json       | {"format": | b/manifest.json:1:
            pca.json            | {}         | b/pca.json: is not principal components
            rejects/rejects.csv | x\\ny      | b/rejects/rejects.csv: a line has 1 fields, not 3
            """)
    void a_damaged_document_is_named(String name, String text, String message) {
        MemoryResults second = run("b").document(name, text.replace("\\n", "\n"));

        assertThatThrownBy(() -> between(run("a"), second))
                .isInstanceOf(RunFailedException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void a_missing_document_is_named() {
        assertThatThrownBy(() -> between(run("a"), run("b").without("manifest.json")))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("run b: has no manifest.json; make this run again with --overwrite, or copy it again");
    }

    @Test
    void json_tells_everything_and_parses_even_where_numbers_are_not_finite() throws IOException {
        MemoryResults second = run("b").table("features", changed(features(), 4, row(4, Float.NaN, 1, 0.5f)));

        JsonFields json = JsonFields.parse("json", between(run("a"), second).toJson());

        assertThat(json.string("format")).isEqualTo("fruits-diff");
        assertThat(json.object("features").integer("above_tolerance")).isEqualTo(1);
        assertThat(json.object("features").list("largest").toString())
                .contains("where=Kiwi/04.jpg", "second=NaN", "relative=Infinity");
        assertThat(json.object("projection").object("components").number("relative"))
                .isZero();
    }
}
