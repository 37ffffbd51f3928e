package dev.fruits.cli.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.PerLabelSample;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.spi.ExistingResults;
import dev.fruits.core.store.Residency;
import dev.fruits.core.store.StoreEncryption;
import dev.fruits.core.store.StoreSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunSettingsTest {
    private static final RunRequest LEAST =
            new RunRequest("photos", null, null, "cnn", null, null, null, null, "out", null);
    private static final RunRequest MOST = new RunRequest(
            "s3://b/photos", 3, 9L, "big", 4, 2, ComponentChoice.components(5), "mllib", "s3://b/out", "spark");

    @Test
    void what_is_not_asked_for_has_a_default() {
        RunSettings settings = RunSettings.of(LEAST, EarlierRun.REFUSED, null);
        assertThat(settings.batch()).isEqualTo(16);
        assertThat(settings.choice()).isEqualTo(ComponentChoice.variance(0.95));
        assertThat(settings.engine()).isEqualTo("local");
        assertThat(settings.sample()).isNull();
        assertThat(settings.reducer()).isNull();
        assertThat(settings.engineSettings().threads())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(settings.engineSettings().resume()).isFalse();
        ImageListing listing = ImageListing.of(List.of());
        assertThat(settings.selection().apply(listing)).isSameAs(listing);
    }

    @Test
    void the_draw_has_seed_42_by_default() {
        RunRequest request = new RunRequest("photos", 5, null, "cnn", null, null, null, null, "out", null);
        assertThat(RunSettings.of(request, EarlierRun.REFUSED, null).sample()).isEqualTo(new PerLabelSample(5, 42));
    }

    @Test
    void a_request_comes_before_the_one_it_falls_back_to_field_by_field() {
        assertThat(MOST.orElse(LEAST)).isEqualTo(MOST);
        assertThat(RunRequest.NOTHING.orElse(MOST)).isEqualTo(MOST);
        assertThat(LEAST.orElse(MOST))
                .isEqualTo(new RunRequest(
                        "photos", 3, 9L, "cnn", 4, 2, ComponentChoice.components(5), "mllib", "out", "spark"));
    }

    @Test
    void the_work_folder_lies_in_local_results_and_is_the_same_for_the_same_remote_results() {
        assertThat(workFolder(LEAST)).isEqualTo(Path.of("out", ".work"));
        assertThat(workFolder(MOST))
                .isEqualTo(workFolder(MOST))
                .hasParentRaw(Path.of(System.getProperty("java.io.tmpdir")));
        RunRequest elsewhere = new RunRequest(null, null, null, null, null, null, null, null, "s3://b/out2", null);
        assertThat(workFolder(elsewhere.orElse(MOST))).isNotEqualTo(workFolder(MOST));
        assertThat(RunSettings.of(LEAST, EarlierRun.REFUSED, Path.of("w"))
                        .engineSettings()
                        .workFolder())
                .isEqualTo(Path.of("w"));
    }

    private static Path workFolder(RunRequest request) {
        return RunSettings.of(request, EarlierRun.REFUSED, null)
                .engineSettings()
                .workFolder();
    }

    @Test
    void resuming_uses_what_is_there_and_replaces_it() {
        assertThat(RunSettings.of(LEAST, EarlierRun.RESUMED, null)
                        .engineSettings()
                        .resume())
                .isTrue();
        assertThat(EarlierRun.RESUMED.existing()).isEqualTo(ExistingResults.REPLACE);
        assertThat(EarlierRun.OVERWRITTEN.existing()).isEqualTo(ExistingResults.REPLACE);
        assertThat(EarlierRun.OVERWRITTEN.resumes()).isFalse();
        assertThat(EarlierRun.REFUSED.existing()).isEqualTo(ExistingResults.REFUSE);
    }

    @Test
    void options_change_single_settings_of_a_store() {
        StoreSettings file = new StoreSettings("eu-west-3", "http://h:1", true, null, "key", null);
        StoreSettings options = new StoreSettings("eu-north-1", null, null, StoreEncryption.SSE_S3, null, true);
        RunRequest request = new RunRequest(
                null, null, null, null, null, null, null, null, null, null, options, Residency.EU_ADEQUATE);
        RunRequest below =
                new RunRequest(null, null, null, null, null, null, null, null, null, null, file, Residency.EU);

        assertThat(request.orElse(below).store())
                .isEqualTo(new StoreSettings("eu-north-1", "http://h:1", true, StoreEncryption.SSE_S3, null, true));
        assertThat(request.orElse(below).residency()).isEqualTo(Residency.EU_ADEQUATE);
        assertThat(RunRequest.NOTHING.orElse(below)).isEqualTo(below);
    }

    @Test
    void the_manifest_gets_every_setting_that_changes_a_run() {
        assertThat(RunSettings.of(MOST, EarlierRun.OVERWRITTEN, null).options())
                .containsExactly(
                        entry("images", "s3://b/photos"),
                        entry("per-label", "3"),
                        entry("seed", "9"),
                        entry("model", "big"),
                        entry("batch", "4"),
                        entry("threads", "2"),
                        entry("components", "pca 5"),
                        entry("reducer", "mllib"),
                        entry("engine", "spark"),
                        entry("out", "s3://b/out"),
                        entry("residency", "any"),
                        entry("earlier-run", "overwritten"));
    }
}
