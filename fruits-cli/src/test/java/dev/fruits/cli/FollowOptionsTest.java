package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.cli.fake.FakeEngines;
import dev.fruits.core.image.Location;
import dev.fruits.core.json.JsonFields;
import dev.fruits.core.spi.FollowRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowOptionsTest {
    private final Session session = Session.plain();

    @TempDir
    Path folder;

    private int run(String... more) {
        List<String> args = new ArrayList<>(
                List.of("run", "--images", "fake://images/6", "--model", "fake-cnn", "--out", "fake://followed"));
        args.addAll(List.of(more));
        return session.fruits(args.toArray(String[]::new));
    }

    @Test
    void a_folder_is_followed_on_the_engine_that_can() {
        assertThat(run("--follow-once", "--projection", "s3://bucket/out/pca.json", "--batch", "8"))
                .isZero();

        FollowRequest asked = FakeEngines.followed().orElseThrow();
        assertThat(asked.once()).isTrue();
        assertThat(asked.batch()).isEqualTo(8);
        assertThat(asked.projection()).isEqualTo(new Location("s3://bucket/out/pca.json"));
        assertThat(asked.out()).isEqualTo(new Location("fake://followed"));
        assertThat(session.out())
                .isEqualTo("2 batches: 9 listed = 6 results + 1 rejected + 2 ignored" + System.lineSeparator());
    }

    @Test
    void totals_are_printed_as_json() {
        assertThat(run("--follow", "--projection", "pca.json", "--json")).isZero();

        assertThat(JsonFields.parse("totals", session.out()).integer("listed")).isEqualTo(9);
        assertThat(FakeEngines.followed().orElseThrow().once()).isFalse();
    }

    @Test
    void keys_for_fitting_in_a_pipeline_file_are_ignored() throws IOException {
        Path file = Files.writeString(folder.resolve("pipeline.yaml"), """
                source: { images: 'fake://images/6', per-label: 2 }
                extract: { model: fake-cnn }
                reduce: { pca: { components: 2 } }
                sink: { parquet: 'fake://file' }
                engine: local
                """);

        assertThat(session.fruits("run", file.toString(), "--follow-once", "--projection", "pca.json"))
                .isZero();
        assertThat(FakeEngines.followed().orElseThrow().out()).isEqualTo(new Location("fake://file"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--follow | projection: not given; pass --projection OUT/pca.json of a run with the same model",
                "--projection pca.json | projection pca.json: requires --follow or --follow-once; add one of them",
                "--follow --projection pca.json --engine local | engine local: cannot follow a folder, fake can; leave"
                        + " --engine out",
                "--follow --projection pca.json --pca 3 | follow: processes every image with the components of"
                        + " --projection and resumes by itself; remove --pca",
            })
    void options_that_do_not_go_together_are_wrong_use(String options, String message) {
        assertThat(run(options.split(" "))).isEqualTo(2);
        assertThat(session.err()).isEqualTo("fruits: " + message + System.lineSeparator());
    }
}
