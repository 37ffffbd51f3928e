package dev.fruits.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.RunResults;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link RunResults} must do. */
public abstract class RunResultsContract {
    protected static final Dataset FEATURES = Dataset.features("mobilenet_v2@8068/rgb");
    private static final Document MANIFEST = new Document("manifest.json", "{\"note\": \"Pomme d'été 🍏\"}\n");
    private static final Document REJECTS = new Document("rejects/rejects.csv", "path,stage,reason\n");

    /** The results of a finished run that left {@code parts} of the features, in this order, and {@code documents}. */
    protected abstract RunResults results(List<List<FeatureRow>> parts, List<Document> documents) throws IOException;

    @Test
    void rows_come_back_to_the_bit_in_the_order_of_the_parts() throws IOException {
        List<List<FeatureRow>> parts = List.of(rows(1, 50), rows(2, 1), rows(3, 7));

        RunResults results = results(parts, List.of(MANIFEST));

        assertThat(read(results, FEATURES))
                .isEqualTo(parts.stream().flatMap(List::stream).toList());
        assertThat(results.rowCount(FEATURES)).isEqualTo(58);
    }

    @Test
    void rows_may_be_read_again_and_whatever_their_origin() throws IOException {
        RunResults results = results(List.of(rows(1, 5)), List.of(MANIFEST));

        assertThat(read(results, Dataset.features("")))
                .isEqualTo(read(results, FEATURES))
                .hasSize(5);
    }

    @Test
    void a_stream_may_be_closed_half_way() throws IOException {
        RunResults results = results(List.of(rows(1, 5)), List.of(MANIFEST));

        try (Stream<FeatureRow> rows = results.rows(FEATURES)) {
            assertThat(rows.limit(2)).isEqualTo(rows(1, 5).subList(0, 2));
        }
    }

    @Test
    void documents_are_given_by_their_names() throws IOException {
        RunResults results = results(List.of(rows(1, 1)), List.of(MANIFEST, REJECTS));

        assertThat(results.document("manifest.json")).contains(MANIFEST.text());
        assertThat(results.document("rejects/rejects.csv")).contains(REJECTS.text());
        assertThat(results.document("pca.json")).isEmpty();
    }

    @Test
    void a_table_that_is_not_there_is_named() throws IOException {
        RunResults results = results(List.of(rows(1, 1)), List.of(MANIFEST));

        assertThatThrownBy(() -> read(results, Dataset.reduced("")))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("reduced")
                .hasMessageContaining(results.location().text());
        assertThatThrownBy(() -> results.rowCount(Dataset.reduced("")))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("reduced");
    }

    protected static List<FeatureRow> read(RunResults results, Dataset dataset) throws IOException {
        try (Stream<FeatureRow> rows = results.rows(dataset)) {
            return rows.toList();
        }
    }

    /** Seeded rows of 64 numbers, their paths unlike those of another seed. */
    protected static List<FeatureRow> rows(long seed, int count) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> new FeatureRow("Kiwi/été " + seed + "_" + i + ".jpg", "Kiwi " + i % 3, vector(random)))
                .toList();
    }

    private static FeatureVector vector(Random random) {
        float[] values = new float[64];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return FeatureVector.of(values);
    }
}
