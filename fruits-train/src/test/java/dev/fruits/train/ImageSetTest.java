package dev.fruits.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.DrawnImages;
import dev.fruits.core.image.Rejection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageSetTest {
    private static final byte[] TEXT = {'h', 'i'};

    private static ImageSet read(Map<String, byte[]> files) throws IOException {
        return ImageSet.read(new NamedImages(files), 8, TrainingListener.SILENT);
    }

    private static byte[] png(long seed) {
        return DrawnImages.png(seed, 10, 10);
    }

    @Test
    void one_class_alone_is_wrong_use_and_named() {
        assertThatThrownBy(() -> read(Map.of("Apple/1.png", png(1), "Apple/2.png", png(2))))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(
                        "images memory://files: only class 'Apple'; training needs two or more, one sub-folder each");
    }

    @Test
    void a_class_none_of_whose_images_can_be_read_does_not_count() throws IOException {
        assertThatThrownBy(() -> read(Map.of("Apple/1.png", png(1), "Pear/2.png", TEXT)))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("images memory://files: only class 'Apple' with photographs that can be read;");
        ImageSet set = read(Map.of("Apple/1.png", TEXT, "Pear/2.png", png(2), "Plum/3.png", png(3)));

        assertThat(set.labels()).containsExactly("Pear", "Plum");
        assertThat(set.images().stream().map(LabelledImage::label)).containsExactly(0, 1);
        assertThat(set.rejections().stream().map(Rejection::path)).containsExactly("Apple/1.png");
    }

    @Test
    void the_fingerprint_tells_of_other_names_and_of_other_images() throws IOException {
        String fingerprint =
                read(Map.of("Apple/1.png", png(1), "Pear/2.png", png(2))).fingerprint();

        assertThat(read(Map.of("Apple/1.png", png(1), "Pear/2.png", png(2))).fingerprint())
                .isEqualTo(fingerprint);
        assertThat(read(Map.of("Apple/1.png", png(1), "Pear/3.png", png(2))).fingerprint())
                .isNotEqualTo(fingerprint);
        assertThat(read(Map.of("Apple/1.png", png(1), "Pear/2.png", png(3))).fingerprint())
                .isNotEqualTo(fingerprint);
    }

    @Test
    void every_image_is_heard_of_when_it_is_read() throws IOException {
        List<String> heard = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void read(int done, int total) {
                heard.add(done + " of " + total);
            }
        };
        ImageSet.read(
                new NamedImages(Map.of("Apple/1.png", png(1), "Pear/2.png", TEXT, "Plum/3.png", png(3))), 8, listener);

        assertThat(heard).containsExactly("1 of 3", "2 of 3", "3 of 3");
    }

    @Test
    void images_that_do_not_fit_into_memory_are_refused_before_they_are_read() {
        ImageSet.requireRoom(67_692, 100, 3L << 30);

        assertThatThrownBy(() -> ImageSet.requireRoom(67_692, 100, 1L << 30))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("memory: 67692 photographs take 1937 MiB and the heap has 1024; give more with"
                        + " FRUITS_OPTS=-Xmx2583m");
    }
}
