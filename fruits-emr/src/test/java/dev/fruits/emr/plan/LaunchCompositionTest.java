package dev.fruits.emr.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.PortableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchCompositionTest {
    @TempDir
    Path folder;

    private LaunchComposition composition(String images, String results, @Nullable PortableModel model)
            throws IOException {
        Path jar = Files.writeString(folder.resolve("fruits.jar"), "");
        return LaunchComposition.of(Plans.planned(Plans.run(images, "mine", results, new NoInputs()), model), jar);
    }

    @Test
    void everything_is_in_a_folder_of_the_runs_name() throws IOException {
        LaunchComposition composition = composition("s3a://b/photos", "s3://b/out", null);
        ClusterJob job = composition.spec().job();
        assertThat(job.folder().text()).isEqualTo("s3://b/emr/apples");
        assertThat(job.pipeline().text()).isEqualTo("s3://b/emr/apples/pipeline.yaml");
        assertThat(job.logs().text()).isEqualTo("s3://b/emr/apples/logs");
        assertThat(job.images().text()).isEqualTo("s3://b/photos");
        assertThat(job.results().text()).isEqualTo("s3://b/out");
        assertThat(composition.model()).isEqualTo("mine");
        Launch launch = composition.launch("a pipeline", true);
        assertThat(launch.spec()).isEqualTo(composition.spec());
        assertThat(launch.files()).containsExactly(Map.entry(job.jar(), folder.resolve("fruits.jar")));
        assertThat(launch.pipeline()).isEqualTo("a pipeline");
        assertThat(launch.overwrites()).isTrue();
    }

    @Test
    void weights_that_do_not_come_with_the_program_are_uploaded_with_their_card() throws IOException {
        Path model = folder.resolve("mine.onnx");
        Path card = folder.resolve("cards/mine-0123.card.json");
        LaunchComposition composition = composition("s3://b/photos", "s3://b/out", new PortableModel(model, card));
        assertThat(composition.files())
                .containsEntry(new Location("s3://b/emr/apples/model/mine.onnx"), model)
                .containsEntry(new Location("s3://b/emr/apples/model/mine.card.json"), card);
        assertThat(composition.model()).isEqualTo("s3://b/emr/apples/model/mine.onnx");
    }

    @Test
    void images_and_results_on_this_machine_are_refused() {
        assertThatThrownBy(() -> composition("s3://b/photos", "out", null))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("out out: is on this machine, where a cluster cannot reach it; give s3://BUCKET/PREFIX");
        assertThatThrownBy(() -> composition("photos", "s3://b/out", null))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("images photos: is on this machine, where a cluster cannot reach it; copy it to S3 first"
                        + " (aws s3 sync), and name that");
    }
}
