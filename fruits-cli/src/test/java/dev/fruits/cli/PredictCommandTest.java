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

class PredictCommandTest {
    private final Session session = Session.plain();

    @TempDir
    Path folder;

    @BeforeEach
    void classifier() throws IOException {
        Path training = TintedFruits.in(folder.resolve("Training"), 6, 0);
        Session evaluation = Session.plain();
        assertThat(evaluation.fruits(
                        "evaluate",
                        "--quiet",
                        "--model",
                        TintModels.NAME,
                        "--train",
                        training.toString(),
                        "--test",
                        training.toString(),
                        "--out",
                        folder.resolve("out").toString()))
                .as(evaluation.err())
                .isZero();
    }

    private int predict(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "predict", "--classifier", folder.resolve("out/classifier").toString()));
        args.addAll(List.of(more));
        return session.fruits(args.toArray(String[]::new));
    }

    private String apple() throws IOException {
        return TintedFruits.write(folder.resolve("photos"), 1, 196, 24, 30).toString();
    }

    @Test
    void an_image_gets_its_three_most_likely_labels() throws IOException {
        assertThat(predict("--threshold", "0", apple())).isZero();
        assertThat(session.out())
                .startsWith(apple() + ": Apple ")
                .contains(", Lemon ", ", Pear ")
                .hasLineCount(1);
        assertThat(session.err()).isEmpty();
    }

    @Test
    void below_the_threshold_the_class_is_unknown() throws IOException {
        assertThat(predict("--threshold", "1", "--top", "1", apple())).isZero();
        assertThat(session.out()).startsWith(apple() + ": unknown (Apple ").doesNotContain("Pear");
    }

    @Test
    void a_folder_is_all_its_images_in_order_but_for_hidden_ones() throws IOException {
        apple();
        TintedFruits.write(folder.resolve("photos/more"), 2, 45, 170, 33);
        TintedFruits.write(folder.resolve("photos/.hidden"), 3, 45, 170, 33);
        Files.writeString(folder.resolve("photos/notes.txt"), "abc");
        assertThat(predict("--csv", folder.resolve("photos").toString())).isZero();
        assertThat(session.out().lines()).hasSize(3);
        assertThat(session.out().lines().toList().get(0)).isEqualTo("image,label,probability,known,top,error");
        assertThat(session.out().lines().toList().get(1)).contains("photos/1.jpg,Apple,0.");
        assertThat(session.out().lines().toList().get(2)).contains("photos/more/2.jpg,Pear,0.");
    }

    @Test
    void an_empty_folder_has_no_lines() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(predict("--csv", empty.toString())).isEqualTo(1);
        assertThat(session.out()).hasLineCount(1);
        assertThat(session.err()).contains("no image could be classified");
    }

    @Test
    void more_images_than_a_batch_keep_their_order() throws IOException {
        List<String> photos = new ArrayList<>(List.of("--json-lines"));
        for (int i = 0; i < 40; i++) {
            photos.add(TintedFruits.write(
                            folder.resolve("photos"), 100 + i, i % 2 == 0 ? 196 : 45, i % 2 == 0 ? 24 : 170, 30)
                    .toString());
        }
        assertThat(predict(photos.toArray(String[]::new))).isZero();
        List<String> lines = session.out().lines().toList();
        assertThat(lines).hasSize(40);
        for (int i = 0; i < 40; i++) {
            JsonFields line = JsonFields.parse("line " + i, lines.get(i));
            assertThat(line.string("image")).endsWith((100 + i) + ".jpg");
            assertThat(line.string("label")).isEqualTo(i % 2 == 0 ? "Apple" : "Pear");
            assertThat(line.list("top")).hasSize(3);
        }
    }

    @Test
    void a_bad_image_gets_a_line_and_the_others_are_classified() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.jpg"), "no image");
        Path empty = Files.createFile(folder.resolve("empty.jpg"));
        Path absent = folder.resolve("absent.jpg");
        assertThat(predict(bad.toString(), empty.toString(), absent.toString(), apple()))
                .isZero();
        assertThat(session.out())
                .contains(bad + ": rejected: decode: not three bytes")
                .contains(empty + ": rejected: read: empty file")
                .contains(absent + ": rejected: read: no such file")
                .contains(apple() + ": Apple ")
                .hasLineCount(4);
    }

    @Test
    void the_exit_code_is_1_if_no_image_can_be_classified() {
        assertThat(predict("--json-lines", folder.resolve("absent.jpg").toString()))
                .isEqualTo(1);
        assertThat(JsonFields.parse("out", session.out()).string("error")).isEqualTo("read: no such file");
        assertThat(session.err())
                .startsWith("fruits: images: no image could be classified")
                .hasLineCount(1);
    }

    @Test
    void another_model_than_the_classifiers_is_refused_with_the_remedy() throws IOException {
        assertThat(predict("--model", TintModels.OTHER, apple())).isEqualTo(2);
        assertThat(session.err())
                .startsWith("fruits: classifier " + folder.resolve("out/classifier")
                        + ": was trained on features of tint-cnn@11/none, not of shade-cnn@11/none; pass --model FILE")
                .hasLineCount(1);
    }

    @Test
    void a_folder_without_a_classifier_is_refused_with_the_remedy() throws IOException {
        assertThat(session.fruits("predict", "--classifier", folder.toString(), apple()))
                .isEqualTo(2);
        assertThat(session.err())
                .startsWith("fruits: classifier " + folder + ": has no classifier.json; give the folder 'classifier'")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --threshold 2 a.jpg        | threshold 2.0: must be 0 to 1
            --top 0 a.jpg              | top 0: must be at least 1
            --csv --json-lines a.jpg   | json-lines: excludes --csv; give one of them
            --csv                      | missing required parameter: 'IMAGE|DIR'
            """)
    void a_wrong_option_is_one_line_and_exit_code_2(String options, String message) {
        assertThat(predict(options.split(" +"))).isEqualTo(2);
        assertThat(session.err()).startsWith("fruits: " + message).hasLineCount(1);
    }
}
