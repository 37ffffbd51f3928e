package dev.fruits.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.ByteFeatures;
import dev.fruits.core.contract.JacobiEigenSolver;
import dev.fruits.core.contract.MemoryImages;
import dev.fruits.core.contract.MemorySink;
import dev.fruits.core.contract.SerializingEngine;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.json.JsonFields;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.PcaFit;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.pca.PcaReducer;
import dev.fruits.core.sink.Dataset;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final MemorySink sink = new MemorySink("pipeline");

    @BeforeEach
    void nothing_ran_yet() {
        ByteFeatures.resetRuns();
    }

    @Test
    void a_run_publishes_features_components_and_documents() throws IOException {
        RunReport report = pipeline("/0003").build().runOn(new SerializingEngine());

        assertThat(report.ledger())
                .returns(100L, Ledger::listed)
                .returns(95L, Ledger::results)
                .returns(5L, Ledger::rejected);
        assertThat(sink.rows(Dataset.FEATURES)).hasSize(95);
        assertThat(sink.rows(Dataset.REDUCED))
                .hasSize(95)
                .allSatisfy(row -> assertThat(row.vector().dimension()).isEqualTo(3));
        assertThat(sink.documents())
                .containsOnlyKeys("rejects/rejects.csv", "pca.json", "explained-variance.csv", "manifest.json");
        assertThat(sink.documents().get("rejects/rejects.csv"))
                .startsWith("path,stage,reason\nclass 00/0003.jpg,decode,not an image\n")
                .hasLineCount(6);
    }

    @Test
    void without_a_reducer_a_run_publishes_the_features_alone_with_the_same_ledger() throws IOException {
        RunReport whole = pipeline("/0003").build().runOn(new SerializingEngine());
        MemorySink alone = new MemorySink("features");
        long rows = featuresInto(alone, "/0003").build().runOn(new SerializingEngine(), (report, images, features) -> {
            assertThat(report.ledger()).isEqualTo(whole.ledger());
            assertThat(report.dimension()).isEqualTo(whole.dimension());
            assertThatThrownBy(report::projection).isInstanceOf(IllegalStateException.class);
            assertThat(images.total()).isEqualTo(report.ledger().listed());
            return features.rowCount();
        });

        assertThat(rows).isEqualTo(95);
        assertThat(alone.rows(Dataset.FEATURES)).isEqualTo(sink.rows(Dataset.FEATURES));
        assertThat(alone.documents()).containsOnlyKeys("rejects/rejects.csv", "manifest.json");
        JsonFields manifest = JsonFields.parse("manifest", alone.documents().getOrDefault("manifest.json", ""));
        assertThat(manifest.has("pca")).isFalse();
        assertThat(manifest.object("model").integer("dimension")).isEqualTo(whole.dimension());
    }

    @Test
    void an_update_is_for_features_alone() {
        assertThatThrownBy(() -> pipeline("none").update(EarlierFeatures.NONE).build())
                .isInstanceOf(WrongUseException.class)
                .hasMessage("pipeline: update(…) is for features without a reducer; call reuse(…)");
    }

    @Test
    void components_are_the_projected_features_of_the_same_image() throws IOException {
        RunReport report = pipeline("none").build().runOn(new SerializingEngine());

        List<FeatureRow> features = sink.rows(Dataset.FEATURES);
        List<FeatureRow> reduced = sink.rows(Dataset.REDUCED);
        assertThat(reduced)
                .extracting(FeatureRow::path)
                .isEqualTo(features.stream().map(FeatureRow::path).toList());
        assertThat(reduced)
                .extracting(FeatureRow::vector)
                .isEqualTo(report.projection()
                        .apply(features.stream().map(FeatureRow::vector).toList()));
    }

    @Test
    void the_cnn_runs_once_per_image_for_two_tables_and_the_fit() throws IOException {
        RunReport report = pipeline("none").build().runOn(new SerializingEngine());

        assertThat(ByteFeatures.runs()).isEqualTo(100);
        assertThat(report.counts().cnnRuns()).isEqualTo(100);
    }

    @Test
    void the_manifest_says_what_ran() throws IOException {
        RunReport report = pipeline("/0003")
                .options(Map.of("seed", "42"))
                .clock(new TickingClock())
                .build()
                .runOn(new SerializingEngine());

        JsonFields manifest = JsonFields.parse("manifest", sink.documents().getOrDefault("manifest.json", ""));
        assertThat(manifest.string("started")).isEqualTo("2026-11-01T12:00:00Z");
        assertThat(manifest.object("model").string("name")).isEqualTo("byte_features");
        assertThat(manifest.object("counts").integer("listed")).isEqualTo(100);
        assertThat(manifest.object("counts").integer("cnn_runs")).isEqualTo(95);
        assertThat(manifest.object("options").string("seed")).isEqualTo("42");
        assertThat(manifest.object("seconds").number("extract")).isEqualTo(1.0);
        assertThat(manifest.number("images_per_second")).isEqualTo(95.0, within(1e-9));
        assertThat(manifest.string("ledger_sha256")).isEqualTo(report.ledger().digest());
        assertThat(manifest.names())
                .containsExactly(
                        "format",
                        "version",
                        "started",
                        "finished",
                        "source",
                        "results",
                        "model",
                        "pca",
                        "counts",
                        "ledger_sha256",
                        "images_per_second",
                        "seconds",
                        "engine",
                        "options",
                        "host");
        assertThat(manifest.object("model").names()).containsExactly("name", "sha256", "preprocessing", "dimension");
        assertThat(manifest.object("pca").names())
                .containsExactly("reducer", "asked", "components", "variance_explained", "rank");
        assertThat(manifest.object("counts").names())
                .containsExactly("listed", "results", "rejected", "ignored", "ignored_by_reason", "cnn_runs", "reused");
        assertThat(manifest.object("host").names())
                .containsExactly("fruits", "java", "os", "architecture", "processors", "heap_max_mib");
    }

    @Test
    void trying_the_machines_is_a_step_of_its_own_where_there_are_others() throws IOException {
        RunReport here = pipeline("none").clock(new TickingClock()).build().runOn(new SerializingEngine());
        RunReport there = pipeline("none").clock(new TickingClock()).build().runOn(new SerializingEngine() {
            @Override
            public boolean preflight(ImageSource source, FeatureExtractor extractor) {
                return true;
            }
        });

        assertThat(here.timings()).containsOnlyKeys("list", "extract", "fit", "write");
        assertThat(there.timings()).containsOnlyKeys("list", "check", "extract", "fit", "write");
    }

    @Test
    void a_machine_that_cannot_do_it_ends_the_run_before_any_image_is_read() {
        assertThatThrownBy(() -> pipeline("none").build().runOn(new SerializingEngine() {
                    @Override
                    public boolean preflight(ImageSource source, FeatureExtractor extractor) {
                        throw new RunFailedException("host b: no");
                    }
                }))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("host b: no");
        assertThat(ByteFeatures.runs()).isZero();
        assertThat(sink.documents()).isEmpty();
    }

    @Test
    void what_the_selection_leaves_out_is_counted() throws IOException {
        RunReport report = pipeline("none")
                .select(listing -> new ImageListing(
                        listing.images().subList(0, 40), List.of(), new TreeMap<>(Map.of("not drawn", 60L))))
                .build()
                .runOn(new SerializingEngine());

        assertThat(report.ledger().results()).isEqualTo(40);
        assertThat(report.ledger().ignored()).containsEntry("not drawn", 60L);
    }

    @Test
    void an_engine_that_loses_an_image_publishes_nothing() {
        SerializingEngine loses = new SerializingEngine() {
            @Override
            public FeatureTable extract(
                    ImageSource source, ImageListing listing, FeatureExtractor extractor, ExtractionOptions options)
                    throws IOException {
                List<ImageRef> fewer = listing.images().subList(1, 100);
                return super.extract(source, ImageListing.of(fewer), extractor, options);
            }
        };

        assertThatThrownBy(() -> pipeline("none").build().runOn(loses))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("ledger: 100 listed but 99 results + 0 rejected + 0 ignored; results would be incomplete,"
                        + " so none are published");
        assertNothingPublished();
    }

    @Test
    void when_no_image_can_be_used_the_run_fails_and_names_the_first_reason() {
        assertThatThrownBy(() -> pipeline("class").build().runOn(new SerializingEngine()))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("images: none of 100 could be used, the first (class 00/0000.jpg) because: not an image");
        assertNothingPublished();
    }

    @Test
    void more_components_than_possible_are_refused_before_the_cnn_runs() {
        assertThatThrownBy(() -> pipeline("none")
                        .reduce(new SmallPca(ComponentChoice.components(9)))
                        .build()
                        .runOn(new SerializingEngine()))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("pca 9: the model has 8 features; pass --pca 8 or less");
        assertThat(ByteFeatures.runs()).isZero();
    }

    private void assertNothingPublished() {
        assertThat(sink.wasAborted()).isTrue();
        assertThat(sink.documents()).isEmpty();
        assertThat(sink.rows(Dataset.FEATURES)).isEmpty();
    }

    @Test
    void components_of_an_earlier_run_are_used_instead_of_fitting_any() throws IOException {
        Projection earlier =
                pipeline("none").build().runOn(new SerializingEngine()).projection();

        RunReport report = pipeline("none").project(earlier).build().runOn(new SerializingEngine());

        assertThat(report.projection()).isSameAs(earlier);
        assertThat(report.reduced().reducer()).isEqualTo("given");
        assertThat(sink.rows(Dataset.REDUCED)).hasSize(100);
    }

    @Test
    void with_given_components_a_run_of_bad_images_alone_is_whole() throws IOException {
        Projection earlier =
                pipeline("none").build().runOn(new SerializingEngine()).projection();
        Pipeline bad = Pipeline.builder(new MemoryImages(5, 20, 0), new ByteFeatures(8, "class"), sink)
                .project(earlier)
                .build();

        assertThat(bad.runOn(new SerializingEngine()).ledger().rejected()).isEqualTo(100);
    }

    @Test
    void components_of_other_features_are_refused_before_the_cnn_runs() throws IOException {
        Projection earlier =
                pipeline("none").build().runOn(new SerializingEngine()).projection();
        ByteFeatures.resetRuns();

        assertThatThrownBy(() -> pipeline(new ByteFeatures(9, "none"))
                        .project(earlier)
                        .build()
                        .runOn(new SerializingEngine()))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("model byte_features: gives 9 features, but the components were fitted to 8; use the model"
                        + " that they were fitted with");
        assertThat(ByteFeatures.runs()).isZero();
    }

    private static PipelineBuilder featuresInto(MemorySink sink, String bad) {
        return Pipeline.builder(new MemoryImages(5, 20, 0), new ByteFeatures(8, bad), sink);
    }

    private PipelineBuilder pipeline(String bad) {
        return pipeline(new ByteFeatures(8, bad));
    }

    private PipelineBuilder pipeline(ByteFeatures cnn) {
        return Pipeline.builder(new MemoryImages(5, 20, 0), cnn, sink)
                .reduce(new SmallPca(ComponentChoice.components(3)));
    }

    private record SmallPca(ComponentChoice choice) implements PcaReducer {
        @Override
        public String name() {
            return "small";
        }

        @Override
        public PcaProjection fit(FeatureTable features) throws IOException {
            return PcaFit.of(features, choice, new JacobiEigenSolver());
        }
    }

    /** Noon, and a second later at every second look. */
    private static final class TickingClock implements InstantSource {
        private int looks;

        @Override
        public Instant instant() {
            return NOON.plus(Duration.ofSeconds(looks++ / 2));
        }
    }
}
