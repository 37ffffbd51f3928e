package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.cli.fake.LightModels;
import dev.fruits.core.json.JsonFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    private final Session session = new Session(Map.of(), InstantSource.system());

    @TempDir
    Path folder;

    private Path out() {
        return folder.resolve("demo");
    }

    private int demo(String... more) {
        List<String> args = new ArrayList<>(List.of("demo", "--out", out().toString(), "--model", LightModels.NAME));
        if (!List.of(more).contains("--kinds")) {
            args.addAll(List.of("--kinds", "2"));
        }
        args.addAll(List.of(more));
        return session.fruits(args.toArray(String[]::new));
    }

    @Test
    void everything_runs_once_on_photographs_that_it_draws() throws IOException {
        int runs = LightModels.runs();
        assertThat(demo()).isZero();
        assertThat(session.out())
                .contains("60 training images, 30 test images of 2 kinds, seed 42")
                .contains("90 results")
                .contains("60 images (0 rejected, 0 ignored), 2 classes")
                .contains("; all features reused")
                .contains("Accuracy");
        assertThat(LightModels.runs() - runs).isEqualTo(90);
        assertThat(out().resolve("run/features/part-00000.parquet")).isNotEmptyFile();
        assertThat(out().resolve("evaluation/classifier/classifier.json")).isNotEmptyFile();
        Path figures = out().resolve("evaluation/evaluation.json");
        assertThat(JsonFields.parse("evaluation", Files.readString(figures)).integer("images"))
                .isEqualTo(30);
    }

    @Test
    void a_demo_that_is_there_is_replaced_only_when_asked() {
        assertThat(demo("--quiet")).isZero();
        assertThat(demo("--quiet")).isEqualTo(2);
        assertThat(session.err())
                .isEqualToNormalizingNewlines("fruits: out " + out()
                        + ": already holds a demo; pass --overwrite to replace it, or another --out\n");
        assertThat(demo("--quiet", "--overwrite", "--seed", "7")).isZero();
        assertThat(session.out()).contains("of 2 kinds, seed 7");
    }

    @Test
    void a_model_that_is_not_there_is_refused_before_anything_is_drawn() {
        assertThat(session.fruits("demo", "--out", out().toString(), "--model", "nowhere"))
                .isEqualTo(2);
        assertThat(session.err())
                .startsWith("fruits: model nowhere: neither a known name")
                .hasLineCount(1);
        assertThat(out()).doesNotExist();
    }

    @Test
    void a_number_of_kinds_that_cannot_be_drawn_is_wrong_use() {
        assertThat(demo("--kinds", "1")).isEqualTo(2);
        assertThat(session.err()).isEqualToNormalizingNewlines("fruits: kinds 1: must be 2 to 20\n");
    }
}
