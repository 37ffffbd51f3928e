package dev.fruits.spark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.Sha256;
import dev.fruits.core.contract.ByteFeatures;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.ModelFile;
import dev.fruits.core.feature.ModelId;
import dev.fruits.spark.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelShipmentTest {
    private final JavaSparkContext spark =
            JavaSparkContext.fromSparkContext(LocalSpark.session().sparkContext());

    @TempDir
    Path folder;

    private Path weights = Path.of("");

    @BeforeEach
    void weights_of_more_than_one_piece() throws IOException {
        byte[] bytes = new byte[(8 << 20) + 12_345];
        new Random(5).nextBytes(bytes);
        weights = Files.write(folder.resolve("my cnn.onnx"), bytes);
    }

    @Test
    void files_arrive_whole_somewhere_else_under_their_name() throws IOException {
        ModelFile file = new ModelFile(weights.toString(), Sha256.of(weights));
        ModelShipment shipment =
                JavaSerialized.of(ModelShipment.sent(spark, new Weighted(file))).value();

        Path arrived = Path.of(shipment.unpacked().files().get(0).path());

        assertThat(arrived)
                .isNotEqualTo(weights)
                .hasSameBinaryContentAs(weights)
                .hasFileName("my cnn.onnx");
    }

    @Test
    void a_jvm_writes_a_file_once_and_again_if_it_was_removed() throws IOException {
        ModelShipment shipment =
                ModelShipment.sent(spark, new Weighted(new ModelFile(weights.toString(), Sha256.of(weights))));
        Path first = Path.of(shipment.unpacked().files().get(0).path());

        assertThat(shipment.unpacked().files().get(0).path()).isEqualTo(first.toString());

        Files.delete(first);
        Path second = Path.of(shipment.unpacked().files().get(0).path());
        assertThat(second).hasSameBinaryContentAs(weights);
    }

    @Test
    void a_file_that_is_not_what_its_extractor_says_ends_the_run() throws IOException {
        ModelFile other = new ModelFile(weights.toString(), "0".repeat(64));
        ModelShipment shipment = ModelShipment.sent(spark, new Weighted(other));

        assertThatThrownBy(shipment::unpacked)
                .isInstanceOf(RunFailedException.class)
                .hasMessage("model " + weights + ": arrived with SHA-256 " + Sha256.of(weights) + " instead of "
                        + "0".repeat(64) + "; it changed during the run: run again");
    }

    @Test
    void discarding_twice_does_no_harm() throws IOException {
        ModelShipment shipment =
                ModelShipment.sent(spark, new Weighted(new ModelFile(weights.toString(), Sha256.of(weights))));
        shipment.discard();
        shipment.discard();

        assertThatThrownBy(shipment::unpacked).hasMessageContaining("destroyed");
    }

    @Test
    void in_the_drivers_own_process_nothing_moves() throws IOException {
        FeatureExtractor extractor = new Weighted(new ModelFile(weights.toString(), Sha256.of(weights)));

        assertThat(ModelShipment.of(spark, extractor).unpacked()).isEqualTo(extractor);
    }

    /** An extractor with one file. */
    private record Weighted(ModelFile file) implements FeatureExtractor {
        @Override
        public ModelId model() {
            return new ModelId("weighted", file.sha256(), "p");
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public List<ModelFile> files() {
            return List.of(file);
        }

        @Override
        public FeatureExtractor withFiles(Map<String, String> places) {
            return new Weighted(new ModelFile(places.getOrDefault(file.path(), ""), file.sha256()));
        }

        @Override
        public ExtractionSession openSession() throws IOException {
            return new ByteFeatures(2, "bad").openSession();
        }
    }
}
