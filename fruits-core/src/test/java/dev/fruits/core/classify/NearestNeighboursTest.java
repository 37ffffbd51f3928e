package dev.fruits.core.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.Neighbours.Neighbour;
import dev.fruits.core.contract.Clusters;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNeighboursTest {
    private static final TrainingSet SIX = Clusters.training(List.of(
            row(0, "Apple", 1, 0, 0),
            row(1, "Apple", 0.9f, 0.1f, 0),
            row(2, "Kiwi", 0, 2, 0),
            row(3, "Kiwi", 0, 1.5f, 1),
            row(4, "Pear", 0, 0, 3),
            row(5, "Pear", 1, 1, 1)));
    private static final List<FeatureVector> ASKED =
            List.of(FeatureVector.of(2, 0.5f, 0), FeatureVector.of(0, 1, 0.2f), FeatureVector.of(0.5f, 0.5f, 2));

    /** The reference: scikit-learn 1.2.1, {@code NearestNeighbors(n_neighbors=3, algorithm="brute", metric="cosine")}. */
    @Test
    void cosine_neighbours_are_those_of_scikit_learn() {
        expect(new String[] {"1 0 5", "2 3 5", "4 5 3"}, new double[][] {
            {0.009007569589676745, 0.029857499854668124, 0.29985995798599496},
            {0.01941932430907989, 0.07532190152528406, 0.32063377951324257},
            {0.05719095841793653, 0.18350341907227374, 0.28090750449332513}
        });
    }

    private static void expect(String[] paths, double[][] distances) {
        List<Neighbours> found = new NearestNeighbours(SIX).search(ASKED, 3, 1);
        for (int i = 0; i < paths.length; i++) {
            List<Neighbour> nearest = found.get(i).nearest();
            assertThat(nearest).extracting(Neighbour::path).containsExactly(paths[i].split(" "));
            for (int j = 0; j < 3; j++) {
                assertThat(nearest.get(j).distance()).isCloseTo(distances[i][j], within(1e-7));
            }
        }
    }

    @Test
    void blocks_give_what_comparing_one_by_one_gives() {
        List<FeatureRow> rows = new Clusters(50, 2, 1).rows(List.of("Apple", "Kiwi", "Pear"), 400);
        List<FeatureVector> asked = new Clusters(50, 2, 2)
                .rows(List.of("Apple", "Kiwi", "Pear"), 45).stream()
                        .map(FeatureRow::vector)
                        .toList();
        List<Neighbours> found = new NearestNeighbours(Clusters.training(rows)).search(asked, 5, 3);

        assertThat(found).hasSize(135);
        for (int i = 0; i < asked.size(); i++) {
            assertThat(found.get(i)).isEqualTo(oneByOne(rows, asked.get(i)));
        }
    }

    private static Neighbours oneByOne(List<FeatureRow> rows, FeatureVector asked) {
        return new Neighbours(rows.stream()
                .map(row -> new Neighbour(
                        row.path(),
                        row.label(),
                        NearestNeighbours.distance(asked.toArray(), row.vector().toArray())))
                .sorted(Comparator.comparingDouble(Neighbour::distance))
                .limit(5)
                .toList());
    }

    @Test
    void the_result_does_not_depend_on_the_threads() {
        NearestNeighbours neighbours = new NearestNeighbours(SIX);
        List<FeatureVector> asked = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            asked.addAll(ASKED);
        }

        assertThat(neighbours.search(asked, 6, 4)).isEqualTo(neighbours.search(asked, 6, 1));
    }

    @Test
    void the_most_votes_win_and_the_nearer_label_wins_a_tie() {
        Neighbours neighbours = new NearestNeighbours(SIX)
                .search(List.of(FeatureVector.of(0.2f, 0, 1)), 5, 1)
                .get(0);

        assertThat(neighbours.nearest())
                .extracting(Neighbour::label)
                .containsExactly("Pear", "Pear", "Kiwi", "Apple", "Apple");
        assertThat(neighbours.vote(1).ranked()).containsExactly(new LabelProbability("Pear", 1));
        assertThat(neighbours.vote(5).ranked())
                .containsExactly(
                        new LabelProbability("Pear", 0.4),
                        new LabelProbability("Apple", 0.4),
                        new LabelProbability("Kiwi", 0.2));
    }

    @Test
    void a_vector_of_zeros_is_as_far_as_a_right_angle() {
        List<Neighbours> found = new NearestNeighbours(SIX).search(List.of(FeatureVector.of(0, 0, 0)), 1, 1);

        assertThat(found.get(0).nearest()).containsExactly(new Neighbour("0", "Apple", 1));
    }

    @Test
    void what_cannot_be_searched_is_refused() {
        NearestNeighbours neighbours = new NearestNeighbours(SIX);

        assertThatThrownBy(() -> neighbours.search(ASKED, 7, 1))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("k 7: must be 1 to 6, the training images");
        assertThatThrownBy(() -> neighbours.search(List.of(FeatureVector.of(1)), 1, 1))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("features of 1 values: the training images have 3; extract with one model");
        assertThatThrownBy(() -> neighbours.search(List.of(FeatureVector.of(1, Float.NaN, 0)), 1, 1))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("not finite");
    }

    private static FeatureRow row(int number, String label, float... values) {
        return new FeatureRow(Integer.toString(number), label, FeatureVector.of(values));
    }
}
