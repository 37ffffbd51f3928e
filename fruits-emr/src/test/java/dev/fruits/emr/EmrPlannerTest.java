package dev.fruits.emr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Document;
import dev.fruits.core.spi.PortableModel;
import dev.fruits.core.store.Residency;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.NodeType;
import dev.fruits.emr.plan.PlannedRun;
import dev.fruits.emr.plan.Plans;
import dev.fruits.emr.plan.RunToPlan;
import dev.fruits.emr.plan.ScalingLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmrPlannerTest {
    private final EmrPlanner planner = Emr.planner(Map.of());
    private MemoryInputs inputs = new MemoryInputs(null);

    private PlannedRun plan(@Nullable ScalingLimits scaling, @Nullable String folder) throws IOException {
        return planner.plan(
                Plans.run("photos", "mine", "out", inputs),
                Plans.request(true, scaling, folder),
                ProgressListener.SILENT);
    }

    private PlannedRun planIn(String region, Residency residency) throws IOException {
        RunToPlan run = new RunToPlan(
                new Location("s3://p8-data/Test"),
                new Location("out"),
                "mine",
                16,
                StoreSettings.DEFAULT.inRegion(region),
                residency,
                inputs);
        return planner.plan(run, Plans.request(true, null, null), ProgressListener.SILENT);
    }

    @ParameterizedTest
    @CsvSource({"m5.xlarge, 4, 16", "m6g.2xlarge, 8, 32", "r5d.4xlarge, 16, 128", "c7i-flex.4xlarge, 16, 32"})
    void the_name_of_a_type_tells_its_size(String name, int vCpus, int memory) {
        assertThat(NodeTypes.named(name)).isEqualTo(new NodeType(name, vCpus, memory));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"m5.large", "t3.xlarge", "m5.100xlarge", "m5.999999999999xlarge", "m4.xlarge", "xlarge", ""})
    void a_type_that_is_not_known_is_refused(String name) {
        assertThatThrownBy(() -> NodeTypes.named(name))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("type " + name + ": is not a type of the families c, m and r")
                .hasMessageEndingWith("give one such as m5.xlarge");
    }

    @Test
    void a_release_goes_with_the_spark_of_the_jar() {
        assertThat(EmrPlanner.release("3.5")).isEqualTo("emr-7.13.0");
        assertThat(EmrPlanner.release("4.0")).isEqualTo("emr-spark-8.0.0");
        assertThatThrownBy(() -> EmrPlanner.release("2.4"))
                .hasMessage("spark 2.4: no release of EMR is known for it; give one of 3.5, 4.0");
    }

    @Test
    void a_region_must_be_one_and_where_data_may_be_before_any_work() throws IOException {
        assertThatThrownBy(() -> planIn("paris", Residency.ANY))
                .hasMessage("region paris: is no region's name; give one such as eu-west-3");
        assertThatThrownBy(() -> planIn("us-east-1", Residency.EU))
                .hasMessageStartingWith("region us-east-1: is outside residency eu");
        assertThat(inputs.asked).isEmpty();
        assertThat(planIn("eu-west-3", Residency.EU).region()).isEqualTo("eu-west-3");
    }

    @Test
    void the_residency_of_all_locations_is_checked_before_anything_is_read() throws IOException {
        planIn("eu-west-3", Residency.EU);

        assertThat(inputs.asked).hasSize(3).endsWith("images", "extractor");
        assertThat(inputs.asked.get(0))
                .startsWith("residency eu-west-3 ")
                .contains("images=s3://p8-data/Test", "model=mine", "folder=s3://p8-data/fruits-emr");
    }

    @Test
    void without_a_residency_no_store_is_asked() throws IOException {
        planIn("eu-west-3", Residency.ANY);

        assertThat(inputs.asked).containsExactly("images", "extractor");
    }

    @Test
    void a_scaled_cluster_starts_with_the_minimum_and_is_estimated_with_the_maximum() throws IOException {
        PlannedRun run = plan(new ScalingLimits(2, 8), null);
        ClusterSpec cluster = run.cluster();

        assertThat(cluster.nodes().core().count()).isEqualTo(2);
        assertThat(cluster.nodes().scaling()).isEqualTo(new ScalingLimits(2, 8));
        assertThat(run.plan().choice().workers()).isEqualTo(8);
    }

    @Test
    void without_any_bucket_the_request_says_what_is_missing() throws IOException {
        PlannedRun run = plan(null, null);

        assertThat(run.job().folder()).isEqualTo(new Location("s3://YOUR-BUCKET/fruits-emr"));
        assertThat(run.everyNote()).anyMatch(note -> note.startsWith("folder: no bucket is known"));
        assertThat(plan(null, "s3://mine/x").job().jar().text())
                .startsWith("s3://mine/x/fruits-spark-")
                .endsWith("-emr.jar");
    }

    @Test
    void the_request_of_a_named_cnn_names_its_file_on_s3() throws IOException {
        inputs = new MemoryInputs(new PortableModel(Path.of("mine.onnx"), Path.of("mine-01.card.json")));
        PlannedRun run = plan(null, "s3://mine/x");

        assertThat(run.job().options()).containsSequence("--model", "s3://mine/x/mine.onnx");
        assertThat(run.everyNote()).anyMatch(note -> note.startsWith("model mine: does not come with the jar;"));
        assertThat(run.notes()).isEmpty(); // a launch uploads it
    }

    @Test
    void three_files_say_what_would_be_created() {
        assertThat(EmrPlanner.documents(Specs.plain()))
                .extracting(Document::name)
                .containsExactly("run-job-flow.json", "create-cluster.sh", "cloudformation.yaml");
    }
}
