package dev.fruits.spark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.image.ImageRef;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageSliceTest {
    private static List<ImageRef> images(int count, long bytes) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ImageRef("a/%06d.jpg".formatted(i), "a", bytes, Instant.EPOCH))
                .toList();
    }

    private static List<ImageSlice> cut(List<ImageRef> listed, int slots) {
        return ImageSlice.cut(
                listed, new ImageSlice.Size(ImageSlice.Size.DEFAULT_IMAGES, ImageSlice.Size.DEFAULT_BYTES, slots));
    }

    @Test
    void the_slices_are_the_listing_cut() {
        List<ImageRef> listed = images(1_000, 5_000);

        assertThat(cut(listed, 4).stream().flatMap(slice -> slice.images().stream()))
                .containsExactlyElementsOf(listed);
    }

    @Test
    void many_small_files_become_a_few_slices_per_slot() {
        List<ImageRef> listed = images(22_688, 5_200);

        assertThat(cut(listed, 2)).hasSize(12);
        assertThat(cut(listed, 8)).hasSize(24);
        assertThat(cut(listed, 64)).hasSize(191);
    }

    @Test
    void a_short_listing_is_cut_for_every_slot_but_not_to_crumbs() {
        assertThat(cut(images(100, 5_000), 2)).hasSize(6);
        assertThat(cut(images(100, 5_000), 64)).hasSize(7);
        assertThat(cut(images(1, 5_000), 64)).hasSize(1);
    }

    @Test
    void large_photographs_end_a_slice_by_their_bytes() {
        assertThat(cut(images(1_000, 8 << 20), 2))
                .hasSize(32)
                .first()
                .satisfies(slice -> assertThat(slice.images()).hasSize(32));
    }

    @Test
    void an_empty_listing_is_one_empty_slice() {
        assertThat(cut(List.of(), 8))
                .singleElement()
                .satisfies(slice -> assertThat(slice.images()).isEmpty());
    }
}
