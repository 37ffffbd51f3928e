package dev.fruits.emr.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.image.Location;
import dev.fruits.core.spi.PortableModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JobLocationsTest {
    private static JobLocations of(String model, String results) {
        return JobLocations.of(
                Plans.run("s3://p8-data/Test", model, results, new NoInputs()), Plans.request(true, null, null));
    }

    @Test
    void what_is_on_s3_stays_where_it_is() {
        JobLocations locations = of("mobilenet_v2", "s3a://p8-results/all");

        assertThat(locations.preparations()).isEmpty();
        assertThat(locations.job().folder()).isEqualTo(new Location("s3a://p8-results/fruits-emr"));
        assertThat(locations.job().images()).isEqualTo(new Location("s3://p8-data/Test"));
        assertThat(locations.job().options()).containsExactly("--engine", "spark");
    }

    @Test
    void a_model_that_does_not_come_with_the_jar_goes_beside_it() {
        JobLocations locations = of("mine", "s3://p8-data/all")
                .with("mine", new PortableModel(Path.of("my weights", "mine.onnx"), Path.of("mine-01.card.json")));

        assertThat(locations.job().options())
                .containsExactly("--engine", "spark", "--model", "s3://p8-data/fruits-emr/mine.onnx");
        assertThat(locations.preparations())
                .containsExactly("model mine: does not come with the jar; copy its weights and their card first:"
                        + " aws s3 cp '" + Path.of("my weights", "mine.onnx") + "' s3://p8-data/fruits-emr/mine.onnx"
                        + " && aws s3 cp mine-01.card.json s3://p8-data/fruits-emr/mine.card.json");
    }
}
