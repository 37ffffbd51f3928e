package dev.fruits.cli.emr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.RunSettings;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.StoreOptions;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.PortableModel;
import dev.fruits.emr.plan.ClusterAccess;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.PlanLimits;
import dev.fruits.emr.plan.ScalingLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClusterPlanningTest {

    private final FakePlanner planner = new FakePlanner();

    private static RunSettings settings(String images, String model, String out) {
        return RunSettings.of(values(images, model, out));
    }

    private static OptionValues values(String images, String model, String out) {
        return OptionValues.NONE
                .with(RunOptions.IMAGES, images)
                .with(RunOptions.MODEL, model)
                .with(RunOptions.OUT, out)
                .with(StoreOptions.REGION, "eu-west-3");
    }

    private static ClusterRequest wish(boolean known, @Nullable ScalingLimits scaling, @Nullable String folder) {
        Integer nodes = scaling == null ? null : (Integer) scaling.most();
        return new ClusterRequest(
                "fruits",
                "m5.xlarge",
                "3.5",
                new PlanLimits(nodes, null, null),
                0,
                scaling,
                10,
                25.0,
                null,
                null,
                known,
                folder,
                new ClusterAccess("service", "machine", null, null, null),
                new TreeMap<>());
    }

    private PlannedRun plan(ClusterRequest wish) throws IOException {
        ClusterPlanning planning = new ClusterPlanning(Adapters.onClassPath(), planner, Map.of(), () -> 0);
        return planning.plan(settings("fake://images/6", "fake-cnn", "fake://out"), wish, ProgressListener.SILENT);
    }

    @Test
    void todays_prices_are_taken_where_they_can_be_had() throws IOException {
        PlannedRun run = plan(wish(false, null, null));

        assertThat(run.model().worker().source()).isEqualTo("today");
        assertThat(run.notes()).noneMatch(note -> note.contains("price"));
    }

    @Test
    void prices_that_are_known_are_taken_and_it_is_said_where_nobody_answers() throws IOException {
        planner.refuse("AWS price list: not available (no answer)");

        PlannedRun run = plan(wish(false, null, null));

        assertThat(run.model().worker().source()).isEqualTo("known");
        assertThat(run.notes())
                .contains("AWS price list: not available (no answer); prices that were known before are taken");
    }

    @Test
    void nobody_is_asked_where_that_is_not_wanted() throws IOException {
        planner.refuse("asked all the same");

        assertThat(plan(wish(true, null, null)).notes()).noneMatch(note -> note.contains("asked"));
    }

    @Test
    void a_scaled_cluster_begins_with_the_least_and_is_reckoned_with_the_most() throws IOException {
        PlannedRun run = plan(wish(true, new ScalingLimits(2, 8), null));
        ClusterSpec cluster = run.cluster();

        assertThat(cluster.nodes().core().count()).isEqualTo(2);
        assertThat(cluster.nodes().scaling()).isEqualTo(new ScalingLimits(2, 8));
        assertThat(run.plan().choice().workers()).isEqualTo(8);
    }

    @Test
    void without_any_bucket_the_request_says_what_is_missing() throws IOException {
        PlannedRun run = plan(wish(true, null, null));

        assertThat(run.job().folder()).isEqualTo(new Location("s3://YOUR-BUCKET/fruits-emr"));
        assertThat(run.everyNote()).anyMatch(note -> note.startsWith("folder: no bucket is known"));
        assertThat(plan(wish(true, null, "s3://mine/x")).job().jar().text())
                .startsWith("s3://mine/x/fruits-spark-")
                .endsWith("-emr.jar");
    }

    @Test
    void what_lies_on_s3_is_left_where_it_is() {
        JobLocations places = JobLocations.of(
                settings("s3://p8-data/Test", "mobilenet_v2", "s3a://p8-results/all"), wish(true, null, null));

        assertThat(places.preparations()).isEmpty();
        assertThat(places.job().folder()).isEqualTo(new Location("s3a://p8-results/fruits-emr"));
        assertThat(places.job().images()).isEqualTo(new Location("s3://p8-data/Test"));
        assertThat(places.job().options()).containsExactly("--engine", "spark");
    }

    @Test
    void a_model_that_does_not_come_with_the_jar_goes_beside_it() {
        JobLocations places = JobLocations.of(
                        settings("s3://p8-data/Test", "mine", "s3://p8-data/all"), wish(true, null, null))
                .bringing("mine", new PortableModel(Path.of("my weights", "mine.onnx"), Path.of("mine-01.card.json")));

        assertThat(places.job().options())
                .containsExactly("--engine", "spark", "--model", "s3://p8-data/fruits-emr/mine.onnx");
        assertThat(places.preparations())
                .containsExactly("model mine: does not come with the jar; copy its weights and their card first:"
                        + " aws s3 cp '" + Path.of("my weights", "mine.onnx") + "' s3://p8-data/fruits-emr/mine.onnx"
                        + " && aws s3 cp mine-01.card.json s3://p8-data/fruits-emr/mine.card.json");
    }

    @Test
    void the_request_of_a_named_cnn_names_its_file_on_s3() throws IOException {
        PlannedRun run = plan(wish(true, null, "s3://mine/x"));

        assertThat(run.job().options()).containsSequence("--model", "s3://mine/x/fake-cnn.onnx");
        assertThat(run.everyNote()).anyMatch(note -> note.startsWith("model fake-cnn: does not come with the jar;"));
        assertThat(run.notes()).isEmpty(); // a launch brings it
    }

    @Test
    void where_everything_lies_is_asked_before_anything_is_read() {
        assertHeld("fake://virginia", null, "images fake://virginia: is in virginia, outside the EU");
        assertHeld(
                "fake://paris", "arn:aws:kms:us-east-1:111122223333:key/1", "kms-key: is in us-east-1, outside the EU");
    }

    private void assertHeld(String images, @Nullable String key, String message) {
        RunSettings settings = RunSettings.of(values(images, "fake-cnn", "fake://out")
                .with(StoreOptions.ENDPOINT, "http://127.0.0.1:9")
                .with(StoreOptions.KMS_KEY, key)
                .with(StoreOptions.RESIDENCY, "eu"));
        ClusterPlanning planning = new ClusterPlanning(Adapters.onClassPath(), planner, Map.of(), () -> 0);

        assertThatThrownBy(() -> planning.plan(settings, wish(true, null, null), ProgressListener.SILENT))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void no_work_is_done_for_a_region_that_is_refused() {
        RunSettings missing = settings("fake://missing", "fake-cnn", "fake://out");
        planner.refuseRegions();
        ClusterPlanning planning = new ClusterPlanning(Adapters.onClassPath(), planner, Map.of(), () -> 0);

        assertThatThrownBy(() -> planning.plan(missing, wish(true, null, null), ProgressListener.SILENT))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("region eu-west-3: refused");
    }
}
