package dev.fruits.local.pca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fruits.core.contract.InMemoryFeatureTable;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.ExplainedVariance;
import dev.fruits.core.pca.PcaProjection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Held against reference results that were made apart from the project, where they are at hand. */
class GoldenPcaTest {
    private static final int DIMENSION = 1280;
    private static final long TEST_PHOTOGRAPHS = 22_688;

    @Test
    void reference_features_give_the_components_of_commons_math() throws IOException {
        float[][] features = Arrays.stream(table("features-mobilenet_v2.csv"))
                .map(GoldenPcaTest::floats)
                .toArray(float[][]::new);
        assertThat(features).hasDimensions(64, DIMENSION);
        InMemoryFeatureTable table = InMemoryFeatureTable.of(features);
        ComponentChoice choice = ComponentChoice.components(63);

        PcaProjection blocked = CommonsMathPca.keeping(choice).fit(table);

        ReferencePca.of(features).requireEqual(blocked);
        assertThat(blocked.explainedVariance().rank()).isEqualTo(63);
    }

    @Test
    void reference_components_keep_their_signs_and_project() throws IOException {
        double[][] components = table("pca-components-first20.csv");
        double[][] kept = Arrays.copyOfRange(components, 1, 21);
        PcaProjection pca = PcaProjection.of(components[0], kept, referenceSpectrum(), TEST_PHOTOGRAPHS);

        assertThat(pca.components()).isDeepEqualTo(kept);
        for (double[] row : table("features-mobilenet_v2.csv")) {
            float[] projected =
                    pca.apply(List.of(FeatureVector.of(floats(row)))).get(0).toArray();
            for (int i = 0; i < 20; i++) {
                assertThat(projected[i]).isCloseTo(project(row, components[0], kept[i]), within(1e-5f));
            }
        }
    }

    @Test
    void the_reference_spectrum_keeps_as_many_components_as_published() throws IOException {
        ExplainedVariance spectrum = referenceSpectrum();

        assertThat(spectrum.componentsFor(0.5)).isEqualTo(14);
        assertThat(spectrum.componentsFor(0.8)).isEqualTo(83);
        assertThat(spectrum.componentsFor(0.9)).isEqualTo(194);
        assertThat(spectrum.componentsFor(0.95)).isEqualTo(359);
        assertThat(spectrum.componentsFor(0.99)).isEqualTo(792);
        assertThat(spectrum.cumulativeShare(1)).isCloseTo(0.10244070039592655, within(1e-12));
    }

    private static ExplainedVariance referenceSpectrum() throws IOException {
        double[] eigenvalues = Arrays.stream(table("pca-mobilenet_v2-test.csv"))
                .mapToDouble(row -> row[0])
                .toArray();
        return ExplainedVariance.of(eigenvalues, TEST_PHOTOGRAPHS);
    }

    private static float project(double[] row, double[] mean, double[] component) {
        double sum = 0;
        for (int j = 0; j < mean.length; j++) {
            sum += ((float) row[j] - mean[j]) * component[j];
        }
        return (float) sum;
    }

    private static float[] floats(double[] row) {
        float[] values = new float[row.length];
        for (int j = 0; j < row.length; j++) {
            values[j] = (float) row[j];
        }
        return values;
    }

    /** The numbers of a reference file, without its header and its first column. */
    private static double[][] table(String name) throws IOException {
        String shared = System.getProperty("fruits.shared", "");
        Path file = Path.of(shared, "golden", name);
        assumeTrue(!shared.isEmpty() && Files.exists(file), "no reference results at " + file);
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(","))
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }
}
