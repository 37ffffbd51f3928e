package dev.fruits.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.fruits.image.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OnnxExportTest {
    private static final Architecture SMALL = new Architecture(75, 2, List.of(5, 7, 6), 2, 9, 4);
    private static final double TOLERANCE = 1e-5;

    private static Batch images(int count) {
        Random random = new Random(3);
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] samples = new byte[3 * SMALL.side() * SMALL.side()];
            random.nextBytes(samples);
            images.add(new LabelledImage(
                    i + ".png", i % SMALL.classes(), RgbImage.of(SMALL.side(), SMALL.side(), samples)));
        }
        return Batch.augmented(images, SMALL.side(), new SplittableRandom(1));
    }

    @Test
    void onnx_runtime_computes_what_pytorch_computes() throws OrtException {
        try (Network network = new Network(SMALL, 0.1, 0.01, 11, 1)) {
            Batch batch = images(6);
            for (int step = 0; step < 5; step++) {
                network.train(batch, 0.01);
            }
            List<float[]> expected = network.outputs(batch);

            List<float[]> actual = run(OnnxExport.write("small", network, Map.of()), batch);

            assertClose(actual.get(0), expected.get(0), 6 * SMALL.features());
            assertClose(actual.get(1), expected.get(1), 6 * SMALL.classes());
        }
    }

    @Test
    void metadata_can_be_read_back() throws OrtException {
        try (Network network = new Network(SMALL, 0, 0, 1, 1)) {
            byte[] onnx = OnnxExport.write("small", network, Map.of("labels", "apple\npear"));

            try (OrtSession session = OrtEnvironment.getEnvironment().createSession(onnx)) {
                assertThat(session.getMetadata().getCustomMetadataValue("labels"))
                        .contains("apple\npear");
            }
        }
    }

    private static void assertClose(float[] actual, float[] expected, int size) {
        assertThat(actual).hasSize(size);
        for (int i = 0; i < size; i++) {
            assertThat(Math.abs(actual[i] - expected[i])).as("value %d", i).isLessThan((float) TOLERANCE);
        }
        assertThat(expected).as("more than zeros").matches(values -> values[0] != values[size - 1]);
    }

    private static List<float[]> run(byte[] onnx, Batch batch) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {batch.size(), 3, SMALL.side(), SMALL.side()};
        try (OrtSession session = environment.createSession(onnx);
                OnnxTensor input = OnnxTensor.createTensor(environment, batch.pixels(), shape);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            return List.of(floats(result, "features"), floats(result, "logits"));
        }
    }

    private static float[] floats(OrtSession.Result result, String output) {
        OnnxTensor tensor = (OnnxTensor) result.get(output).orElseThrow();
        float[] values = new float[tensor.getFloatBuffer().remaining()];
        tensor.getFloatBuffer().get(values);
        return values;
    }
}
