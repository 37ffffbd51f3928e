package dev.fruits.cli.emr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.PortableModel;
import dev.fruits.emr.plan.ClusterAccess;
import dev.fruits.emr.plan.ClusterJob;
import dev.fruits.emr.plan.ClusterNodes;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.Launch;
import dev.fruits.emr.plan.NodeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchCompositionTest {
    private static final OptionValues IMAGES = OptionValues.NONE
            .with(RunOptions.IMAGES, "s3a://b/photos")
            .with(RunOptions.MODEL, "fruitnet")
            .with(RunOptions.OUT, "s3://b/out")
            .with(RunOptions.ENGINE, "local");

    @TempDir
    Path folder;

    private static ClusterSpec spec() {
        Location place = new Location("s3://b/emr");
        ClusterJob job = ClusterJob.below(place, "x.jar", new Location("s3://b/photos"), new Location("s3://b/out"));
        return new ClusterSpec(
                "apples",
                "eu-west-3",
                "emr-7.13.0",
                ClusterNodes.fixed(new NodeType("m5.xlarge", 4, 16), 2),
                job,
                new ClusterAccess("service", "machine", null, null, null),
                10,
                new TreeMap<>(Map.of()));
    }

    private Launch launch(OptionValues request) throws IOException {
        return launch(request, null);
    }

    private Launch launch(OptionValues request, @Nullable PortableModel model) throws IOException {
        Path jar = Files.writeString(folder.resolve("fruits.jar"), "");
        return new LaunchComposition(spec(), request, jar, model).launch(false);
    }

    @Test
    void everything_lies_in_a_folder_of_the_runs_name() throws IOException {
        Launch launch = launch(IMAGES);
        ClusterJob job = launch.spec().job();
        assertThat(job.folder().text()).isEqualTo("s3://b/emr/apples");
        assertThat(job.pipeline().text()).isEqualTo("s3://b/emr/apples/pipeline.yaml");
        assertThat(job.logs().text()).isEqualTo("s3://b/emr/apples/logs");
        assertThat(launch.files()).containsExactly(Map.entry(job.jar(), folder.resolve("fruits.jar")));
        assertThat(launch.pipeline())
                .contains(
                        "images: s3://b/photos",
                        "model: fruitnet",
                        "parquet: s3://b/out",
                        "engine: spark",
                        "region: eu-west-3");
    }

    @Test
    void weights_that_do_not_come_with_the_program_go_there_with_their_card() throws IOException {
        Path model = folder.resolve("mine.onnx");
        Path card = folder.resolve("cards/mine-0123.card.json");
        Launch launch = launch(IMAGES.with(RunOptions.MODEL, "mine"), new PortableModel(model, card));
        assertThat(launch.files())
                .containsEntry(new Location("s3://b/emr/apples/model/mine.onnx"), model)
                .containsEntry(new Location("s3://b/emr/apples/model/mine.card.json"), card);
        assertThat(launch.pipeline()).contains("model: s3://b/emr/apples/model/mine.onnx");
    }

    @Test
    void results_without_a_place_go_into_the_folder_and_a_local_place_is_refused() throws IOException {
        OptionValues nowhere = IMAGES.without(RunOptions.OUT);
        assertThat(launch(nowhere).spec().job().results().text()).isEqualTo("s3://b/emr/apples/results");
        assertThatThrownBy(() -> launch(IMAGES.with(RunOptions.OUT, "out")))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("out out: is on this machine, where a cluster cannot reach it; give s3://BUCKET/PREFIX");
    }
}
