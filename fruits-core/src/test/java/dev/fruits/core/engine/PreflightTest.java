package dev.fruits.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.contract.ByteFeatures;
import dev.fruits.core.contract.MemoryImages;
import dev.fruits.core.contract.SerializedCopy;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.ModelFile;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    private static final ImageSource IMAGES = new MemoryImages(1, 1, 0);

    @Test
    void a_machine_that_passes_is_fit() {
        HostReport report = Preflight.here(IMAGES, new ByteFeatures(3, "bad"));

        assertThat(report.problem()).isNull();
        assertThat(report.isFit()).isTrue();
        assertThat(report.machine()).isEqualTo(Machine.here());
        assertThat(report.modelSha256()).isEqualTo("0".repeat(64));
        assertThat(SerializedCopy.of(report)).isEqualTo(report);
    }

    @Test
    void the_cnn_processes_an_image() {
        long before = ByteFeatures.runs();
        Preflight.here(IMAGES, new ByteFeatures(3, "bad"));

        assertThat(ByteFeatures.runs()).isEqualTo(before + 1);
    }

    @Test
    void a_rejected_image_is_a_problem() {
        assertThat(Preflight.here(IMAGES, new ByteFeatures(3, "drawn")).problem())
                .isEqualTo("model byte_features: cannot read a drawn PNG (not an image); install the Java runtime's"
                        + " java.desktop module");
    }

    @Test
    void unreachable_images_are_a_problem() {
        assertThat(Preflight.here(new OutOfReach(), new ByteFeatures(3, "bad")).problem())
                .isEqualTo("images memory://far: no route");
    }

    @Test
    void the_sha256_is_that_of_the_file_on_this_machine(@TempDir Path folder) throws IOException {
        Path weights = Files.writeString(folder.resolve("cnn.onnx"), "abc");

        HostReport report = Preflight.here(IMAGES, new WithFile(weights.toString()));

        // FIPS 180-2, B.1
        assertThat(report.modelSha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(report.problem()).isEqualTo("java.lang.UnsatisfiedLinkError: libonnx.so: no such library");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void linux_reports_its_c_library_and_memory() {
        Machine machine = Machine.here();

        assertThat(machine.libc()).matches("glibc \\d+\\.\\d+|musl");
        assertThat(machine.memoryMib()).isPositive();
        assertThat(machine.cores()).isPositive();
    }

    private record OutOfReach() implements ImageSource {
        @Override
        public Location location() {
            return new Location("memory://far");
        }

        @Override
        public ImageListing list() {
            return ImageListing.of(List.of());
        }

        @Override
        public ImageReader openReader() throws IOException {
            throw new IOException("images memory://far: no route");
        }
    }

    /** A model whose file is there and whose library is not. */
    private record WithFile(String file) implements FeatureExtractor {
        @Override
        public ModelId model() {
            return new ModelId("with_file", "f".repeat(64), "p");
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public List<ModelFile> files() {
            return List.of(new ModelFile(file, model().sha256()));
        }

        @Override
        public ExtractionSession openSession() {
            throw new UnsatisfiedLinkError("libonnx.so: no such library");
        }
    }
}
