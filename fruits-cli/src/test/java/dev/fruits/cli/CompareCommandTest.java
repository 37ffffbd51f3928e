package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.cli.fake.TintModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private final Session session = Session.plain();

    @TempDir
    Path folder;

    @BeforeEach
    void photographs() throws IOException {
        TintedFruits.in(folder.resolve("Training"), 6, 0);
        TintedFruits.in(folder.resolve("Test"), 4, 5);
    }

    private int compare(String models, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "compare",
                "--quiet",
                "--models",
                models,
                "--out",
                folder.resolve("out").toString(),
                "--train",
                folder.resolve("Training").toString(),
                "--test",
                folder.resolve("Test").toString()));
        args.addAll(List.of(more));
        return session.fruits(args.toArray(String[]::new));
    }

    @Test
    void models_stand_in_one_table_and_another_one_costs_only_itself() throws IOException {
        assertThat(compare(TintModels.NAME)).isZero();
        int runs = TintModels.runs();
        assertThat(compare(TintModels.NAME + "," + TintModels.OTHER)).isZero();
        assertThat(TintModels.runs()).isEqualTo(runs + 30);
        Path out = folder.resolve("out");
        assertThat(session.out()).containsPattern("tint-cnn +7 +1,024 +3 +unknown +100.00 % +100.00 % +100.00 % +\\d");
        assertThat(Files.readString(out.resolve("comparison.md")))
                .contains("| shade-cnn | - | - | 3 | unknown | 100.00 % |");
        assertThat(Files.readString(out.resolve("comparison.csv")))
                .startsWith("model,fingerprint,depth,parameters,dimension,images_per_second,accuracy,macro_f1")
                .contains("\nshade-cnn,shade-cnn@11/none,0,0,3,0.0,1.0,1.0,1.0,");
        assertThat(out.resolve("shade-cnn/classifier/classifier.json")).isNotEmptyFile();
    }

    @Test
    void json_is_what_is_written_and_nothing_else() throws IOException {
        assertThat(compare(TintModels.NAME, "--json")).isZero();
        assertThat(session.out()).isEqualTo(Files.readString(folder.resolve("out/comparison.json")));
    }

    @Test
    void a_model_that_is_named_twice_or_is_unknown_is_refused_before_any_work() {
        assertThat(compare("tint-cnn,tint-cnn")).isEqualTo(2);
        assertThat(session.err())
                .startsWith("fruits: models tint-cnn,tint-cnn: two models are named 'tint-cnn'; give each once");
        assertThat(compare("tint-cnn,nowhere")).isEqualTo(2);
        assertThat(session.err()).contains("fruits: model nowhere: neither a known name nor a model file");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
