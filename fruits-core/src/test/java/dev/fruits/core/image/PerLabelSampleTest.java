package dev.fruits.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PerLabelSampleTest {
    private final List<ImageRef> images =
            Stream.of("Apple", "Kiwi").flatMap(label -> images(label, 50)).toList();

    @Test
    void keeps_so_many_of_each_label_and_counts_the_others() {
        ImageListing sample = new PerLabelSample(7, 42).applyTo(ImageListing.of(images));

        assertThat(sample.images().stream().collect(Collectors.groupingBy(ImageRef::label, Collectors.counting())))
                .containsOnly(Map.entry("Apple", 7L), Map.entry("Kiwi", 7L));
        assertThat(sample.ignored()).containsExactly(Map.entry("not drawn", 86L));
    }

    @Test
    void draws_the_same_images_whatever_the_order_of_the_listing() {
        List<ImageRef> shuffled = new ArrayList<>(images);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(new PerLabelSample(7, 42).applyTo(ImageListing.of(shuffled)))
                .isEqualTo(new PerLabelSample(7, 42).applyTo(ImageListing.of(images)));
    }

    /** The expected draw was made with Python's hashlib: sha256(struct.pack(">q", 42) + path.encode()). */
    @Test
    void draws_the_same_images_on_every_machine() {
        ImageListing sample = new PerLabelSample(2, 42).applyTo(ImageListing.of(images));

        assertThat(sample.images())
                .extracting(ImageRef::path)
                .containsExactly("Apple/21_100.jpg", "Apple/7_100.jpg", "Kiwi/30_100.jpg", "Kiwi/35_100.jpg");
    }

    @Test
    void a_larger_sample_holds_the_smaller_one() {
        List<ImageRef> few =
                new PerLabelSample(3, 42).applyTo(ImageListing.of(images)).images();
        List<ImageRef> many =
                new PerLabelSample(9, 42).applyTo(ImageListing.of(images)).images();

        assertThat(many).containsAll(few);
    }

    @Test
    void another_seed_draws_other_images() {
        assertThat(new HashSet<>(new PerLabelSample(7, 1)
                        .applyTo(ImageListing.of(images))
                        .images()))
                .isNotEqualTo(new HashSet<>(new PerLabelSample(7, 2)
                        .applyTo(ImageListing.of(images))
                        .images()));
    }

    @Test
    void a_label_with_fewer_images_keeps_all() {
        ImageListing listing = ImageListing.of(images);

        assertThat(new PerLabelSample(50, 42).applyTo(listing)).isEqualTo(listing);
    }

    @Test
    void rejections_and_other_ignored_entries_stay() {
        Rejection rejection = new Rejection("x.jpg", "", Stage.LIST, "no class folder");
        ImageListing listing = new ImageListing(images, List.of(rejection), new TreeMap<>(Map.of("hidden file", 3L)));

        ImageListing sample = new PerLabelSample(10, 42).applyTo(listing);

        assertThat(sample.rejections()).containsExactly(rejection);
        assertThat(sample.ignored()).containsOnly(Map.entry("hidden file", 3L), Map.entry("not drawn", 80L));
        assertThat(sample.total()).isEqualTo(listing.total());
    }

    @Test
    void fewer_than_one_is_wrong_use() {
        assertThatThrownBy(() -> new PerLabelSample(0, 42))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("per-label 0: must be at least 1; leave it out to keep every image");
    }

    private static Stream<ImageRef> images(String label, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ImageRef(label + "/" + i + "_100.jpg", label, 4000, Instant.EPOCH));
    }
}
