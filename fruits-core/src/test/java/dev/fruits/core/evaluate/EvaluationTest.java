package dev.fruits.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final Offset<Double> ROUNDING = within(1e-15);

    /**
     * The reference: scikit-learn 1.2.1, {@code accuracy_score}, {@code f1_score} and
     * {@code precision_recall_fscore_support} with {@code zero_division=0} of
     * {@code list("aaaabbbbccccddeef")} and {@code list("aaabbbbcccdaadedg")}.
     */
    @Test
    void figures_are_those_of_scikit_learn() {
        Evaluation evaluation = evaluation("aaaabbbbccccddeef", "aaabbbbcccdaadedg");

        assertThat(evaluation.imageCount()).isEqualTo(17);
        assertThat(evaluation.accuracy()).isEqualTo(0.5882352941176471);
        assertThat(evaluation.macroF1()).isCloseTo(0.43639455782312925, ROUNDING);
        assertThat(evaluation.weightedF1()).isCloseTo(0.5932773109243699, ROUNDING);
    }

    @Test
    void scores_of_classes_are_those_of_scikit_learn_also_where_they_are_undefined() {
        List<ClassScore> scores =
                evaluation("aaaabbbbccccddeef", "aaabbbbcccdaadedg").classes();

        List<ClassScore> expected = List.of(
                new ClassScore("a", 0.6, 0.75, 0.6666666666666665, 4),
                new ClassScore("b", 0.75, 0.75, 0.75, 4),
                new ClassScore("c", 0.6666666666666666, 0.5, 0.5714285714285715, 4),
                new ClassScore("d", 0.3333333333333333, 0.5, 0.4, 2),
                new ClassScore("e", 1, 0.5, 0.6666666666666666, 2),
                new ClassScore("f", 0, 0, 0, 1),
                new ClassScore("g", 0, 0, 0, 0));
        assertThat(scores).hasSize(7);
        for (int i = 0; i < 7; i++) {
            assertThat(scores.get(i).label()).isEqualTo(expected.get(i).label());
            assertThat(scores.get(i).precision()).isCloseTo(expected.get(i).precision(), ROUNDING);
            assertThat(scores.get(i).recall()).isCloseTo(expected.get(i).recall(), ROUNDING);
            assertThat(scores.get(i).f1()).isCloseTo(expected.get(i).f1(), ROUNDING);
            assertThat(scores.get(i).support()).isEqualTo(expected.get(i).support());
        }
    }

    @Test
    void the_confusion_matrix_is_that_of_scikit_learn() {
        assertThat(evaluation("aaaabbbbccccddeef", "aaabbbbcccdaadedg")
                        .confusion()
                        .toCsv())
                .isEqualTo("""
                        label,a,b,c,d,e,f,g
                        a,3,1,0,0,0,0,0
                        b,0,3,1,0,0,0,0
                        c,1,0,2,1,0,0,0
                        d,1,0,0,1,0,0,0
                        e,0,0,0,1,1,0,0
                        f,0,0,0,0,0,0,1
                        g,0,0,0,0,0,0,0
                        """);
    }

    /** The reference: scikit-learn 1.2.1, {@code top_k_accuracy_score}: 0.2, 0.2 and 0.4 for k = 1, 2 and 3. */
    @Test
    void top_accuracy_is_that_of_scikit_learn() {
        double[][] probabilities = {
            {.5, .3, .15, .05}, {.1, .2, .3, .4}, {.05, .15, .3, .5}, {.4, .3, .2, .1}, {.25, .45, .1, .2}
        };
        List<String> labels = List.of("a", "b", "c", "d");
        List<String> truth = List.of("a", "a", "b", "d", "c");
        Evaluation evaluation = Evaluation.of(
                labels,
                IntStream.range(0, 5)
                        .mapToObj(i ->
                                new ClassifiedImage(i + ".jpg", truth.get(i), Prediction.of(labels, probabilities[i])))
                        .toList());

        assertThat(evaluation.topAccuracy(1)).isEqualTo(0.2);
        assertThat(evaluation.topAccuracy(2)).isEqualTo(0.2);
        assertThat(evaluation.topAccuracy(3)).isEqualTo(0.4);
        assertThat(evaluation.topAccuracy(9)).isEqualTo(1);
    }

    @Test
    void classes_without_training_images_are_excluded_and_named() {
        Evaluation evaluation = Evaluation.of(List.of("a", "b", "z"), images("aabxxy", "aabaab"));

        assertThat(evaluation.imageCount()).isEqualTo(3);
        assertThat(evaluation.accuracy()).isEqualTo(1);
        assertThat(evaluation.unlearned()).containsExactly(Map.entry("x", 2L), Map.entry("y", 1L));
        assertThat(evaluation.notes())
                .containsExactly(
                        "excluded from every figure: 3 test images of 2 classes without training images: {x=2, y=1}",
                        "classes without test images: 1: [z]");
    }

    @Test
    void there_are_no_notes_if_every_class_has_training_and_test_images() {
        assertThat(Evaluation.of(List.of("a", "b"), images("ab", "aa")).notes()).isEmpty();
    }

    @Test
    void test_images_of_other_classes_alone_are_refused() {
        assertThatThrownBy(() -> Evaluation.of(List.of("a", "b"), images("xx", "ab")))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("test images: none of 2 is of one of the 2 classes of the training images;"
                        + " give both the same names of class folders");
    }

    @Test
    void confused_pairs_come_most_frequent_first_with_their_images() {
        List<ConfusedPair> pairs = evaluation("abbbaac", "bccaabc").confusedPairs();

        assertThat(pairs)
                .containsExactly(
                        new ConfusedPair("a", "b", List.of("a/0.jpg", "a/5.jpg")),
                        new ConfusedPair("b", "c", List.of("b/1.jpg", "b/2.jpg")),
                        new ConfusedPair("b", "a", List.of("b/3.jpg")));
    }

    @Test
    void classes_are_written_as_csv() {
        assertThat(evaluation("abbbaac", "bccaabc").classesCsv())
                .startsWith("label,precision,recall,f1,support\n")
                .contains("c,0.3333333333333333,1.0,0.5,1\n");
    }

    @Test
    void labels_with_odd_characters_do_not_break_the_tables() {
        Prediction odd = Prediction.of(List.of("a,\"b\"|\nc", "d"), new double[] {1, 0});
        Evaluation evaluation = Evaluation.of(List.of("d"), List.of(new ClassifiedImage("1.jpg", "d", odd)));

        assertThat(evaluation.confusion().toCsv()).startsWith("label,\"a,\"\"b\"\"|\nc\",d\n");
    }

    private static Evaluation evaluation(String truth, String predicted) {
        return Evaluation.of(List.of("a", "b", "c", "d", "e", "f", "g"), images(truth, predicted));
    }

    private static List<ClassifiedImage> images(String truth, String predicted) {
        List<ClassifiedImage> images = new ArrayList<>();
        for (int i = 0; i < truth.length(); i++) {
            List<String> labels = List.of("a", "b", "c", "d", "e", "f", "g");
            double[] probabilities = new double[7];
            probabilities[labels.indexOf(predicted.substring(i, i + 1))] = 1;
            String label = truth.substring(i, i + 1);
            images.add(new ClassifiedImage(label + "/" + i + ".jpg", label, Prediction.of(labels, probabilities)));
        }
        return images;
    }
}
