package dev.fruits.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.image.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ArcSplitTest {
    private static final int FRAMES = 50;

    private static List<LabelledImage> series(String... names) {
        RgbImage dot = RgbImage.of(1, 1, new byte[3]);
        List<LabelledImage> images = new ArrayList<>();
        for (String name : names) {
            for (int frame = 0; frame < FRAMES; frame++) {
                images.add(new LabelledImage(name + 3 * frame + "_100.jpg", 0, dot));
            }
        }
        return images;
    }

    @Test
    void each_series_gives_up_one_whole_arc() {
        ArcSplit split = ArcSplit.of(series("Apple/", "Apple/r_", "Pear/"), 0.2, 7);

        for (String series : List.of("Apple/", "Apple/r_", "Pear/")) {
            List<Integer> held = new ArrayList<>(new TreeSet<>(split.heldBack().stream()
                    .map(image -> Frame.of(image.path()))
                    .filter(frame -> frame.series().equals(series))
                    .map(frame -> (int) frame.number() / 3)
                    .toList()));
            assertThat(held).hasSize(10);
            assertThat(breaks(held)).as("arcs of %s: %s", series, held).isEqualTo(1);
        }
    }

    /** How often a frame on the circle is followed by one that is not held back. */
    private static long breaks(List<Integer> held) {
        return held.stream()
                .filter(frame -> !held.contains((frame + 1) % FRAMES))
                .count();
    }

    @Test
    void every_image_is_on_one_side() {
        List<LabelledImage> all = series("Apple/", "Pear/");

        ArcSplit split = ArcSplit.of(all, 0.13, 1);

        List<LabelledImage> both = new ArrayList<>(split.training());
        both.addAll(split.heldBack());
        assertThat(both).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void the_seed_decides_which_arc() {
        List<LabelledImage> all = series("Apple/", "Apple/r_", "Pear/");

        assertThat(ArcSplit.of(all, 0.1, 3)).isEqualTo(ArcSplit.of(all, 0.1, 3));
        assertThat(ArcSplit.of(all, 0.1, 3)).isNotEqualTo(ArcSplit.of(all, 0.1, 4));
    }

    @Test
    void a_share_of_nothing_holds_nothing_back() {
        assertThat(ArcSplit.of(series("Apple/"), 0, 1).heldBack()).isEmpty();
    }

    @Test
    void a_class_without_films_gives_up_its_share_as_well() {
        RgbImage dot = RgbImage.of(1, 1, new byte[3]);
        List<LabelledImage> all = new ArrayList<>(series("Pear/"));
        for (char name = 'a'; name < 'u'; name++) {
            all.add(new LabelledImage("Apple/" + name + ".jpg", 1, dot));
        }

        ArcSplit split = ArcSplit.of(all, 0.1, 5);

        assertThat(split.heldBack().stream().map(LabelledImage::label)).containsExactlyInAnyOrder(0, 0, 0, 0, 0, 1, 1);
    }

    @Test
    void one_image_of_each_class_is_learnt_from() {
        RgbImage dot = RgbImage.of(1, 1, new byte[3]);
        List<LabelledImage> all =
                List.of(new LabelledImage("Apple/1.jpg", 0, dot), new LabelledImage("Pear/1.jpg", 1, dot));

        assertThat(ArcSplit.of(all, 0.1, 5).training()).hasSize(2);
    }
}
