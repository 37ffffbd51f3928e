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

class EvaluateCommandTest {
    private final Session session = Session.plain();

    @TempDir
    Path folder;

    @BeforeEach
    void images() throws IOException {
        TintedFruits.in(folder.resolve("Training"), 6, 0);
        TintedFruits.in(folder.resolve("Test"), 4, 5);
    }

    private int evaluate(String... more) {
        List<String> args = new ArrayList<>(List.of("evaluate", "--model", TintModels.NAME));
        args.addAll(List.of("--train", folder.resolve("Training").toString()));
        args.addAll(List.of("--test", folder.resolve("Test").toString()));
        args.addAll(List.of("--out", out().toString()));
        args.addAll(List.of(more));
        return session.fruits(args.toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("out");
    }

    private JsonFields evaluation() throws IOException {
        Path file = out().resolve("evaluation.json");
        return JsonFields.parse(file.toString(), Files.readString(file));
    }

    @Test
    void figures_are_printed_and_written() throws IOException {
        assertThat(evaluate("--quiet")).isZero();
        assertThat(session.out())
                .contains("18 images (0 rejected, 0 ignored), 3 classes")
                .contains("12 images (0 rejected, 0 ignored)")
                .contains("Accuracy    100.00 %; top 3: 100.00 %")
                .contains("nearest 1: accuracy 100.00 %", "nearest 5: accuracy 100.00 %")
                .contains("near-duplicates");
        assertThat(session.err()).isEmpty();
        assertThat(evaluation().number("accuracy")).isEqualTo(1);
        assertThat(evaluation().object("nearest_neighbours").object("5").number("macro_f1"))
                .isEqualTo(1);
        assertThat(evaluation().object("model").integer("dimension")).isEqualTo(3);
        for (String file : List.of("evaluation.md", "classes.csv", "confusion.csv", "classifier/classifier.json")) {
            assertThat(out().resolve(file)).isNotEmptyFile();
        }
    }

    @Test
    void json_is_what_is_written_and_nothing_else() throws IOException {
        assertThat(evaluate("--json")).isZero();
        assertThat(session.out()).isEqualTo(Files.readString(out().resolve("evaluation.json")));
    }

    @Test
    void a_confused_class_is_listed_with_its_images() throws IOException {
        TintedFruits.write(folder.resolve("Test/Pear"), 77, 195, 22, 30);
        assertThat(evaluate()).isZero();
        assertThat(session.out()).containsPattern("Pear +Apple +1 +Pear/77.jpg");
        assertThat(Files.readString(out().resolve("confusion.csv"))).contains("Pear,1,0,4");
        assertThat(Files.readString(out().resolve("evaluation.md")))
                .contains("| Pear | Apple | 1 | Pear/77.jpg |", "## Method", "- Nearest 5: accuracy ");
    }

    @Test
    void images_in_both_folders_are_noted() throws IOException {
        TintedFruits.write(folder.resolve("Test/Apple"), 50, 200, 20, 30);
        assertThat(evaluate()).isZero();
        assertThat(session.out()).contains("1 test images are also training images", "Apple/50.jpg");
        assertThat(evaluation().integer("identical_images")).isEqualTo(1);
        assertThat(Files.readString(out().resolve("identical.csv"))).contains("Apple/0.jpg,Apple/50.jpg,");
    }

    @Test
    void a_class_without_training_images_is_excluded_and_named() throws IOException {
        TintedFruits.write(folder.resolve("Test/Plum"), 1, 80, 20, 120);
        assertThat(evaluate()).isZero();
        assertThat(session.out()).contains("1 test images of 1 classes without training images: {Plum=1}");
        assertThat(evaluation().integer("images")).isEqualTo(12);
    }

    @Test
    void a_bad_image_is_counted_and_listed() throws IOException {
        Files.writeString(folder.resolve("Test/Pear/bad.jpg"), "longer than three");
        assertThat(evaluate()).isZero();
        assertThat(session.out()).contains("12 images (1 rejected, 0 ignored)");
        assertThat(Files.readString(out().resolve("test/rejects/rejects.csv")))
                .contains("Pear/bad.jpg,decode,not three bytes");
    }

    @Test
    void features_are_reused_and_the_evaluation_is_replaced_only_with_overwrite() throws IOException {
        assertThat(evaluate()).isZero();
        assertThat(evaluate()).isEqualTo(2);
        assertThat(session.err())
                .endsWith("out " + out() + ": already holds an evaluation; pass --overwrite to replace it, or another"
                        + " --out" + System.lineSeparator());
        int runs = TintModels.runs();
        String manifest = Files.readString(out().resolve("test/manifest.json"));
        assertThat(JsonFields.parse("manifest", manifest).object("counts").integer("results"))
                .isEqualTo(12);
        assertThat(evaluate("--overwrite")).isZero();
        assertThat(TintModels.runs()).isEqualTo(runs);
        assertThat(session.out()).contains("; all features reused");
        assertThat(out().resolve("test/manifest.json")).hasContent(manifest);
        TintedFruits.write(folder.resolve("Test/Pear"), 9, 40, 170, 30);
        assertThat(evaluate("--overwrite")).isZero();
        assertThat(TintModels.runs()).isEqualTo(runs + 1);
        assertThat(evaluation().integer("images")).isEqualTo(13);
    }

    @Test
    void features_of_the_old_format_are_reused_and_those_of_an_unknown_manifest_extracted_again() throws IOException {
        assertThat(evaluate()).isZero();
        int runs = TintModels.runs();
        Path manifest = out().resolve("test/manifest.json");
        Files.writeString(manifest, """
                {
                  "format": "fruits-features",
                  "version": 1,
                  "started": "2026-11-01T12:00:00Z",
                  "images": "%s",
                  "model": "%s",
                  "results": 12,
                  "rejected": 0,
                  "ignored": 0,
                  "images_per_second": 842.5
                }
                """.formatted(
                        folder.resolve("Test"), evaluation().object("model").string("fingerprint")));
        assertThat(evaluate("--overwrite")).isZero();
        assertThat(TintModels.runs()).isEqualTo(runs);
        assertThat(evaluation().object("test").number("images_per_second")).isEqualTo(842.5);

        Files.writeString(manifest, "{}");
        assertThat(evaluate("--overwrite")).isZero();
        assertThat(TintModels.runs()).isEqualTo(runs + 12);
    }

    @Test
    void features_of_other_images_of_the_same_names_or_of_another_model_are_not_reused() throws IOException {
        assertThat(evaluate()).isZero();
        int runs = TintModels.runs();
        Path others = TintedFruits.in(folder.resolve("Others"), 4, 9);
        assertThat(session.fruits(
                        "evaluate",
                        "--overwrite",
                        "--model",
                        TintModels.NAME,
                        "--out",
                        out().toString(),
                        "--train",
                        folder.resolve("Training").toString(),
                        "--test",
                        others.toString()))
                .isZero();
        assertThat(TintModels.runs()).isEqualTo(runs + 12);
        assertThat(session.fruits(
                        "evaluate",
                        "--overwrite",
                        "--model",
                        TintModels.OTHER,
                        "--out",
                        out().toString(),
                        "--train",
                        folder.resolve("Training").toString(),
                        "--test",
                        others.toString()))
                .isZero();
        assertThat(TintModels.runs()).isEqualTo(runs + 12 + 30);
    }

    @Test
    void the_classifier_is_trained_on_components_with_pca() throws IOException {
        assertThat(evaluate("--pca", "2", "--threshold", "0.9")).isZero();
        assertThat(evaluation().integer("components")).isEqualTo(2);
        assertThat(evaluation().object("threshold").number("probability")).isEqualTo(0.9);
        assertThat(session.out())
                .contains("on 2 components", "of the predictions have a probability of at least 0.9; their accuracy:");
    }

    @Test
    void per_label_draws_so_many_images_of_each_label() throws IOException {
        assertThat(evaluate("--per-label", "2", "--seed", "7")).isZero();
        assertThat(evaluation().object("training").integer("results")).isEqualTo(6);
        assertThat(evaluation().object("test").integer("ignored")).isEqualTo(6);
        assertThat(evaluation().object("classifier").object("hyper_parameters").string("seed"))
                .isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --threshold 1.5          | threshold 1.5: must be 0 to 1; 0.5 is the default
            --per-label 0            | per-label 0: must be at least 1; leave it out to keep every image
            --pca 2 --variance 0.5   | variance: excludes --pca; give one of them
            --pca 9                  | pca 9:
            """)
    void a_wrong_option_is_one_line_and_exit_code_2(String options, String message) {
        assertThat(evaluate(("--quiet " + options).split(" +"))).isEqualTo(2);
        assertThat(session.err()).startsWith("fruits: " + message).hasLineCount(1);
        assertThat(session.out()).isEmpty();
        assertThat(out().resolve("evaluation.json")).doesNotExist();
    }

    @Test
    void one_class_alone_is_wrong_use() throws IOException {
        Path one = folder.resolve("One");
        TintedFruits.write(one.resolve("Apple"), 1, 200, 20, 30);
        TintedFruits.write(one.resolve("Apple"), 2, 210, 20, 30);
        assertThat(session.fruits(
                        "evaluate",
                        "--quiet",
                        "--model",
                        TintModels.NAME,
                        "--out",
                        out().toString(),
                        "--train",
                        one.toString(),
                        "--test",
                        one.toString()))
                .isEqualTo(2);
        assertThat(session.err()).contains("all 2 are of 'Apple'; give at least two classes");
    }
}
