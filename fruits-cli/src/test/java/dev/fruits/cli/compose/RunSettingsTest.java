package dev.fruits.cli.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.StoreOptions;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.PerLabelSample;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.sink.ExistingResults;
import dev.fruits.core.store.StoreEncryption;
import dev.fruits.core.store.StoreSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunSettingsTest {
    private static final OptionValues LEAST = OptionValues.NONE
            .with(RunOptions.IMAGES, "photos")
            .with(RunOptions.MODEL, "cnn")
            .with(RunOptions.OUT, "out");
    private static final OptionValues MOST = OptionValues.NONE
            .with(RunOptions.IMAGES, "s3://b/photos")
            .with(RunOptions.PER_LABEL, 3)
            .with(RunOptions.SEED, 9L)
            .with(RunOptions.MODEL, "big")
            .with(RunOptions.BATCH, 4)
            .with(RunOptions.THREADS, 2)
            .with(RunOptions.PCA, 5)
            .with(RunOptions.REDUCER, "mllib")
            .with(RunOptions.OUT, "s3://b/out")
            .with(RunOptions.ENGINE, "spark");

    @Test
    void an_option_that_is_not_given_has_its_default() {
        RunSettings settings = RunSettings.of(LEAST);
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
        assertThat(RunSettings.of(LEAST.with(RunOptions.PER_LABEL, 5)).sample()).isEqualTo(new PerLabelSample(5, 42));
    }

    @Test
    void values_override_those_below_them_one_by_one() {
        assertThat(MOST.over(LEAST)).isEqualTo(MOST);
        assertThat(OptionValues.NONE.over(MOST)).isEqualTo(MOST);
        assertThat(LEAST.over(MOST))
                .isEqualTo(MOST.with(RunOptions.IMAGES, "photos")
                        .with(RunOptions.MODEL, "cnn")
                        .with(RunOptions.OUT, "out"));
        assertThat(OptionValues.NONE.with(RunOptions.VARIANCE, 0.5).over(MOST).get(RunOptions.PCA))
                .isNull();
    }

    @Test
    void a_missing_option_is_named_with_its_key() {
        assertThatThrownBy(() -> RunSettings.of(OptionValues.NONE))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(
                        "images: not given; pass --images DIR, or set 'images' under 'source' in the pipeline file");
    }

    @Test
    void the_work_folder_lies_in_local_results_and_is_the_same_for_the_same_remote_results() {
        assertThat(workFolder(LEAST)).isEqualTo(Path.of("out", ".work"));
        assertThat(workFolder(MOST))
                .isEqualTo(workFolder(MOST))
                .hasParentRaw(Path.of(System.getProperty("java.io.tmpdir")));
        assertThat(workFolder(MOST.with(RunOptions.OUT, "s3://b/out2"))).isNotEqualTo(workFolder(MOST));
        assertThat(workFolder(LEAST.with(RunOptions.WORK_DIR, "w"))).isEqualTo(Path.of("w"));
    }

    private static Path workFolder(OptionValues values) {
        return RunSettings.of(values).engineSettings().workFolder();
    }

    @Test
    void resume_reuses_existing_results_and_replaces_them() {
        RunSettings resumed = RunSettings.of(LEAST.with(RunOptions.RESUME, true));
        assertThat(resumed.engineSettings().resume()).isTrue();
        assertThat(resumed.earlierRun()).isEqualTo(EarlierRun.RESUMED);
        assertThat(EarlierRun.RESUMED.existing()).isEqualTo(ExistingResults.REPLACE);
        assertThat(EarlierRun.OVERWRITTEN.existing()).isEqualTo(ExistingResults.REPLACE);
        assertThat(EarlierRun.OVERWRITTEN.resumes()).isFalse();
        assertThat(EarlierRun.REFUSED.existing()).isEqualTo(ExistingResults.REFUSE);
    }

    @Test
    void options_change_single_settings_of_a_store() {
        OptionValues file = OptionValues.NONE
                .with(StoreOptions.REGION, "eu-west-3")
                .with(StoreOptions.ENDPOINT, "http://h:1")
                .with(StoreOptions.PATH_STYLE, true)
                .with(StoreOptions.KMS_KEY, "key");
        OptionValues options = OptionValues.NONE
                .with(StoreOptions.REGION, "eu-north-1")
                .with(StoreOptions.ENCRYPTION, "sse-s3")
                .with(StoreOptions.REQUESTER_PAYS, true);

        assertThat(StoreOptions.settings(options.over(file)))
                .isEqualTo(new StoreSettings("eu-north-1", "http://h:1", true, StoreEncryption.SSE_S3, null, true));
        assertThat(StoreOptions.settings(file.over(options)))
                .isEqualTo(new StoreSettings("eu-west-3", "http://h:1", true, StoreEncryption.SSE_KMS, "key", true));
    }

    @Test
    void the_manifest_gets_every_setting_that_changes_a_run() {
        assertThat(RunSettings.of(MOST.with(RunOptions.OVERWRITE, true)).options())
                .containsExactly(
                        entry("images", "s3://b/photos"),
                        entry("per-label", "3"),
                        entry("seed", "9"),
                        entry("model", "big"),
                        entry("batch", "4"),
                        entry("threads", "2"),
                        entry("components", "pca 5"),
                        entry("reducer", "mllib"),
                        entry("out", "s3://b/out"),
                        entry("engine", "spark"),
                        entry("residency", "any"),
                        entry("earlier-run", "overwritten"),
                        entry("working-directory", Path.of("").toAbsolutePath().toString()));
    }

    @Test
    void the_manifest_names_the_seed_of_a_draw_alone_and_the_encryption_of_a_key() {
        assertThat(RunSettings.of(LEAST.with(RunOptions.SEED, 9L)).options()).doesNotContainKey("seed");
        assertThat(RunSettings.of(LEAST.with(StoreOptions.KMS_KEY, "k")).options())
                .contains(entry("kms-key", "k"), entry("encryption", "sse-kms"));
    }
}
