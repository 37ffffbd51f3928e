package dev.fruits.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.image.RgbImage;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final int SIDE = 16;

    private static LabelledImage noise(int seed) {
        byte[] samples = new byte[3 * SIDE * SIDE];
        new Random(seed).nextBytes(samples);
        return new LabelledImage(seed + ".png", seed, RgbImage.of(SIDE, SIDE, samples));
    }

    private static LabelledImage white() {
        byte[] samples = new byte[3 * SIDE * SIDE];
        java.util.Arrays.fill(samples, (byte) 255);
        return new LabelledImage("white.png", 0, RgbImage.of(SIDE, SIDE, samples));
    }

    private static float[] floats(Batch batch) {
        float[] values = new float[batch.pixels().remaining()];
        batch.pixels().get(values);
        return values;
    }

    @Test
    void a_plain_batch_holds_the_normalised_samples_channel_by_channel() {
        LabelledImage image = noise(5);

        float[] values = floats(Batch.plain(List.of(noise(4), image), SIDE));

        int second = 3 * SIDE * SIDE;
        int rgb = image.pixels().rgb(3, 2);
        int at = second + 2 * SIDE + 3;
        assertThat(values[at]).isEqualTo((float) (((rgb >> 16) - 127.5) / 127.5), within(1e-6f));
        assertThat(values[at + SIDE * SIDE]).isEqualTo((float) ((((rgb >> 8) & 255) - 127.5) / 127.5), within(1e-6f));
        assertThat(values[at + 2 * SIDE * SIDE]).isEqualTo((float) (((rgb & 255) - 127.5) / 127.5), within(1e-6f));
    }

    @Test
    void the_same_random_numbers_augment_alike() {
        List<LabelledImage> images = List.of(noise(1), noise(2));

        float[] first = floats(Batch.augmented(images, SIDE, new SplittableRandom(9)));

        assertThat(floats(Batch.augmented(images, SIDE, new SplittableRandom(9))))
                .isEqualTo(first);
        assertThat(floats(Batch.augmented(images, SIDE, new SplittableRandom(10))))
                .isNotEqualTo(first);
        assertThat(floats(Batch.plain(images, SIDE))).isNotEqualTo(first);
    }

    @Test
    void augmentation_keeps_white_white_and_everything_in_range() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            assertThat(floats(Batch.augmented(List.of(white()), SIDE, random))).containsOnly(1f);
            for (float value : floats(Batch.augmented(List.of(noise(seed)), SIDE, random))) {
                assertThat(value).isBetween(-1f, 1f);
            }
        }
    }

    @Test
    void an_epoch_shows_each_image_at_most_once_and_is_the_same_again() {
        List<LabelledImage> images =
                IntStream.range(0, 21).mapToObj(BatchTest::noise).toList();
        List<Long> shown = labels(images, 1);

        assertThat(shown).hasSize(20).doesNotHaveDuplicates();
        assertThat(labels(images, 1)).isEqualTo(shown);
        assertThat(labels(images, 2)).isNotEqualTo(shown);
    }

    private static List<Long> labels(List<LabelledImage> images, int epoch) {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            EpochBatches batches = new EpochBatches(images, 5, SIDE, 1, epoch, executor);
            java.util.ArrayList<Long> labels = new java.util.ArrayList<>();
            batches.forEachRemaining(
                    batch -> java.util.Arrays.stream(batch.labels()).forEach(labels::add));
            return labels;
        } finally {
            executor.shutdownNow();
        }
    }
}
