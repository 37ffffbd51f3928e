package dev.fruits.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.pca.Reducer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Reducer} must do. */
public abstract class ReducerContract {
    private final float[][] data = PcaReducerContract.decaying(60, 9, 11);

    /** A reducer to vectors of this length. */
    protected abstract Reducer reducer(int dimension);

    /** The table that the reducer reads: an engine's own where it needs one. */
    protected FeatureTable table(List<FeatureRow> rows, int dimension) throws IOException {
        return InMemoryFeatureTable.of(rows, dimension);
    }

    @Test
    void it_states_its_name_and_what_was_requested() {
        assertThat(reducer(4).name()).isNotBlank();
        assertThat(reducer(4).requested()).contains("4");
    }

    @Test
    void the_projection_takes_features_and_returns_vectors_of_the_requested_length() throws IOException {
        Projection projection = fit(4);

        assertThat(projection.inputDimension()).isEqualTo(9);
        assertThat(projection.outputDimension()).isEqualTo(4);
        assertThat(projection.apply(rows())).hasSize(60).allSatisfy(vector -> {
            assertThat(vector.dimension()).isEqualTo(4);
            assertThat(vector.isFinite()).isTrue();
        });
    }

    @Test
    void a_row_is_projected_alike_whatever_the_other_rows() throws IOException {
        Projection projection = fit(4);

        List<FeatureVector> together = projection.apply(rows());
        for (int i = 0; i < data.length; i++) {
            assertThat(projection.apply(List.of(FeatureVector.of(data[i])))).containsExactly(together.get(i));
        }
    }

    @Test
    void a_second_fit_gives_the_same_projection() throws IOException {
        assertThat(fit(4).apply(rows())).isEqualTo(fit(4).apply(rows()));
    }

    @Test
    void the_projection_travels_to_the_workers() throws IOException {
        Projection projection = fit(4);

        assertThat(SerializedCopy.of(projection).apply(rows())).isEqualTo(projection.apply(rows()));
    }

    @Test
    void its_documents_are_files_of_its_own() throws IOException {
        Projection projection = fit(4);

        assertThat(projection.kind()).matches("[a-z_]+");
        assertThat(projection.documents().keySet())
                .allMatch(name -> name.matches("[a-z0-9-]+\\.[a-z]+"))
                .doesNotContain("manifest.json");
    }

    private Projection fit(int dimension) throws IOException {
        List<FeatureRow> rows = InMemoryFeatureTable.of(data).rows().toList();
        try (FeatureTable table = table(rows, data[0].length)) {
            return reducer(dimension).fit(table);
        }
    }

    private List<FeatureVector> rows() {
        return Arrays.stream(data).map(FeatureVector::of).toList();
    }
}
