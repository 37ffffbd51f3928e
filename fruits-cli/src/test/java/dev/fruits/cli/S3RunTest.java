package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.cli.fake.TintModels;
import dev.fruits.cli.s3.S3Prefix;
import dev.fruits.core.json.JsonFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fruits run --out s3://…} and {@code fruits diff} with it, by the laptop's engine. */
class S3RunTest {
    private final S3Prefix place = new S3Prefix();
    private Session session = Session.plain();

    @TempDir
    Path folder;

    @BeforeEach
    void photographs() throws IOException {
        TintedFruits.in(folder.resolve("photos"), 6, 0);
    }

    private int run(String out, String... more) {
        List<String> args = new ArrayList<>(List.of("run", "--quiet", "--pca", "2", "--model", TintModels.NAME));
        args.addAll(List.of("--images", folder.resolve("photos").toString(), "--out", out));
        args.addAll(List.of("--work-dir", folder.resolve("work").toString()));
        args.addAll(reaching());
        args.addAll(List.of(more));
        session = Session.plain();
        return session.fruits(args.toArray(String[]::new));
    }

    private int diff(String first, String second) {
        List<String> args = new ArrayList<>(List.of("diff", "--quiet", first, second));
        args.addAll(reaching());
        session = Session.plain();
        return session.fruits(args.toArray(String[]::new));
    }

    private List<String> reaching() {
        return List.of(
                "--endpoint", String.valueOf(place.settings().endpoint()), "--path-style", "--region", "us-east-1");
    }

    private String out() {
        return place.location().text();
    }

    @Test
    void results_in_a_bucket_are_those_of_the_disk() {
        Path local = folder.resolve("local");

        assertThat(run(local.toString())).as(session.err()).isZero();
        assertThat(run(out())).as(session.err()).isZero();

        assertThat(place.entries())
                .hasSize(7)
                .contains("_SUCCESS", "explained-variance.csv", "manifest.json", "pca.json", "rejects/rejects.csv")
                .anyMatch(name -> name.matches("features/part-00000-.*\\.parquet"))
                .anyMatch(name -> name.matches("reduced/part-00000-.*\\.parquet"));
        assertThat(diff(local.toString(), out())).as(session.err()).isZero();
        assertThat(session.out())
                .contains("Features    18 of 18 vectors equal to the bit")
                .contains("Reduced     18 of 18 vectors equal to the bit");
    }

    @Test
    void a_second_run_is_refused_and_changes_nothing() {
        assertThat(run(out())).as(session.err()).isZero();
        List<String> before = place.entries();

        assertThat(run(out())).isEqualTo(2);

        assertThat(session.err())
                .isEqualTo("fruits: out " + out() + ": already holds a run's results; pass --overwrite to replace them,"
                        + " --resume to reuse its features, or another --out" + System.lineSeparator());
        assertThat(place.entries()).isEqualTo(before);
    }

    @Test
    void a_finished_run_in_a_bucket_is_resumed_with_new_photographs() throws IOException {
        assertThat(run(out())).as(session.err()).isZero();
        List<String> before = place.entries();
        Files.write(folder.resolve("photos/Apple/new.jpg"), new byte[] {1, 2, 3});

        assertThat(run(out(), "--resume")).as(session.err()).isZero();

        assertThat(JsonFields.parse("manifest", place.text("manifest.json"))
                        .object("counts")
                        .integer("reused"))
                .isEqualTo(18);
        assertThat(place.entries()).hasSize(7).isNotEqualTo(before);
    }

    @Test
    void an_overwriting_run_leaves_only_its_own_results_and_foreign_objects() {
        place.put("notes.txt", "mine".getBytes(StandardCharsets.UTF_8));
        assertThat(run(out())).as(session.err()).isZero();

        assertThat(run(out(), "--overwrite")).as(session.err()).isZero();

        assertThat(place.entries()).hasSize(8).contains("notes.txt", "_SUCCESS");
    }

    @Test
    void a_run_that_fails_leaves_nothing() throws IOException {
        for (String label : List.of("Apple", "Pear", "Lemon")) {
            for (int i = 0; i < 6; i++) {
                Files.write(folder.resolve("photos").resolve(label).resolve(i + ".jpg"), new byte[0]);
            }
        }

        assertThat(run(out())).isEqualTo(1);

        assertThat(place.entries()).isEmpty();
    }

    @Test
    void a_place_without_a_finished_run_is_named() {
        assertThat(run(folder.resolve("local").toString())).isZero();

        assertThat(diff(folder.resolve("local").toString(), out())).isEqualTo(2);
        assertThat(session.err())
                .isEqualTo("fruits: run " + out() + ": holds no objects; check the bucket and the prefix"
                        + System.lineSeparator());
    }

    @Test
    void a_bucket_that_is_not_there_ends_the_run_before_its_work() {
        assertThat(run("s3://no-such-bucket/out")).isEqualTo(2);
        assertThat(session.err())
                .startsWith("fruits: out s3://no-such-bucket/out: bucket 'no-such-bucket' not found; check its name");
    }
}
