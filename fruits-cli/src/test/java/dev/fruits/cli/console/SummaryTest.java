package dev.fruits.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.engine.ExtractionCounts;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.Location;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.image.Stage;
import dev.fruits.core.pca.ExplainedVariance;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.run.Ledger;
import dev.fruits.core.run.Reduction;
import dev.fruits.core.run.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static RunReport report(List<Rejection> rejections, Map<String, Long> ignored) {
        return report(new ExtractionCounts(1712, 288), rejections, ignored);
    }

    private static RunReport report(ExtractionCounts counts, List<Rejection> rejections, Map<String, Long> ignored) {
        double[] eigenvalues =
                IntStream.range(0, 12).mapToDouble(i -> i == 0 ? 89 : 1).toArray();
        long listed = 2000
                + rejections.size()
                + ignored.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Duration> steps = new LinkedHashMap<>();
        steps.put("list", Duration.ofMillis(40));
        steps.put("extract", Duration.ofSeconds(10));
        return new RunReport(
                new Location("photos"),
                new Location("out"),
                new ModelId("mobilenet_v2", "00", "p"),
                12,
                new Reduction(
                        "commons-math",
                        "pca 2",
                        PcaProjection.of(
                                new double[12], new double[2][12], ExplainedVariance.of(eigenvalues, 2000), 2000)),
                16,
                "local",
                Map.of(),
                Map.of(),
                Instant.EPOCH,
                steps,
                new Ledger(listed, 2000, rejections.size(), new TreeMap<>(ignored), "digest"),
                counts,
                rejections);
    }

    @Test
    void a_clean_run_in_full() {
        assertThat(Summary.of(report(List.of(), Map.of()))).isEqualToNormalizingNewlines("""
                        Images      2,000 listed = 2,000 results + 0 rejected + 0 ignored
                        Features    12 per image by mobilenet_v2; 1,712 images extracted at 171.2 images/s, 288 reused
                        Components  2 kept (pca 2 requested), 90.00 % of the variance explained, rank 12
                        Variance    k        1       2       3      10
                                    %    89.00   90.00   91.00   98.00
                        Time        list 0.0 s, extract 10.0 s, total 10.0 s
                        Results     out
                        """);
    }

    @Test
    void a_run_without_extraction_says_that_all_features_are_reused() {
        assertThat(Summary.of(report(new ExtractionCounts(0, 2000), List.of(), Map.of())))
                .contains("Features    12 per image by mobilenet_v2; all features reused")
                .doesNotContain("images/s");
    }

    @Test
    void digits_are_latin_in_every_locale() {
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Summary.of(report(List.of(), Map.of()))).contains("k        1       2       3      10");
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void rejects_are_counted_by_reason_the_commonest_first_with_an_example() {
        List<Rejection> rejections = List.of(
                new Rejection("a/1.jpg", "a", Stage.DECODE, "truncated"),
                new Rejection("a/2.jpg", "a", Stage.READ, "gone"),
                new Rejection("a/3.jpg", "a", Stage.READ, "gone"));
        assertThat(Summary.of(report(rejections, Map.of()))).containsIgnoringNewLines("""
                        Rejected    2 x read: gone (a/2.jpg)
                                    1 x decode: truncated (a/1.jpg)
                                    all in out/rejects/rejects.csv
                        """);
    }

    @Test
    void many_reasons_are_cut_and_the_list_is_named() {
        List<Rejection> rejections = IntStream.range(0, 8)
                .mapToObj(i -> new Rejection("a/" + i, "a", Stage.DECODE, "reason " + i))
                .toList();
        assertThat(Summary.of(report(rejections, Map.of())))
                .contains("reason 4", "3 more reasons; all in out/rejects/rejects.csv")
                .doesNotContain("reason 5");
    }

    @Test
    void ignored_entries_are_counted_by_reason() {
        assertThat(Summary.of(report(List.of(), Map.of("hidden file", 2L, "not an image", 1_000L))))
                .containsIgnoringNewLines("""
                        Ignored     2 x hidden file
                                    1,000 x not an image
                        """);
    }
}
