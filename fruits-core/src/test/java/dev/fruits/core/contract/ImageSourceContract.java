package dev.fruits.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.image.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link ImageSource} must do. */
public abstract class ImageSourceContract {
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 1, 2, 3};
    private static final byte[] TEXT = "no image, for sure".getBytes(StandardCharsets.UTF_8);

    /**
     * Makes a place that holds these files and a source over it. Called once in a test.
     *
     * @param files content by path below the source's root, {@code /} between segments
     */
    protected abstract ImageSource source(Map<String, byte[]> files) throws IOException;

    /** Another specification of the place that {@link #source} made. */
    protected abstract ImageSource sameSource();

    /** Removes one file of the place. */
    protected abstract void remove(String path) throws IOException;

    @Test
    void lists_images_sorted_by_path_code_unit_by_code_unit() throws IOException {
        ImageListing listing = images("b/2.jpg", "b/10.jpg", "a/1.jpg", "B/1.jpg", "a b/1.jpg", "a/z/1.jpg", "é/1.jpg")
                .list();

        assertThat(paths(listing))
                .containsExactly("B/1.jpg", "a b/1.jpg", "a/1.jpg", "a/z/1.jpg", "b/10.jpg", "b/2.jpg", "é/1.jpg")
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void two_listings_are_equal() throws IOException {
        ImageSource source = images("b/1.jpg", "a/1.jpg", "a/notes.txt");

        assertThat(source.list()).isEqualTo(source.list());
    }

    @Test
    void the_label_is_the_name_of_the_folder_around_the_image() throws IOException {
        ImageListing listing =
                images("Test/Apple Braeburn/3_100.jpg", "Kiwi/1.jpg").list();

        assertThat(listing.images()).extracting(ImageRef::label).containsExactly("Kiwi", "Apple Braeburn");
    }

    @Test
    void tells_size_and_time_of_each_image() throws IOException {
        ImageRef image = images("a/1.jpg").list().images().get(0);

        assertThat(image.bytes()).isEqualTo(JPEG.length);
        assertThat(image.modified())
                .isBetween(
                        Instant.now().minus(Duration.ofHours(1)), Instant.now().plusSeconds(60));
    }

    @Test
    void names_are_kept_as_they_are() throws Exception {
        String[] paths = {
            "Pomme d'été/a b.jpg", "a+b/1+1.jpg", "a/100%.jpg", "a/%20.jpg", "a#b/#1.jpg", "a/[x]&?=;,.jpg", "苹果/1.jpg"
        };
        ImageSource source = images(paths);

        ImageListing listing = source.list();

        assertThat(paths(listing)).containsExactlyInAnyOrder(paths);
        try (ImageReader reader = source.openReader()) {
            for (ImageRef image : listing.images()) {
                assertThat(reader.read(image).size()).isEqualTo(JPEG.length);
            }
        }
    }

    @Test
    void an_image_is_told_by_its_name_or_else_by_its_content() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a/named.JPG", TEXT);
        files.put("a/named.jpeg", TEXT);
        files.put("a/named.png", TEXT);
        files.put("a/named.gif", TEXT);
        files.put("a/named.bmp", TEXT);
        files.put("a/unnamed", JPEG);
        files.put("a/misnamed.txt", JPEG);
        files.put("a/notes.txt", TEXT);
        files.put("a/empty", new byte[0]);

        ImageListing listing = source(files).list();

        assertThat(paths(listing))
                .containsExactly(
                        "a/misnamed.txt",
                        "a/named.JPG",
                        "a/named.bmp",
                        "a/named.gif",
                        "a/named.jpeg",
                        "a/named.png",
                        "a/unnamed");
        assertThat(listing.ignored()).containsExactly(Map.entry("not an image", 2L));
    }

    @Test
    void what_is_no_image_is_ignored_and_counted_by_reason() throws IOException {
        ImageListing listing = images(
                        "a/1.jpg",
                        "a/.hidden.jpg",
                        ".git/1.jpg",
                        ".git/deep/2.jpg",
                        "a/.thumbs/1.jpg",
                        "a/.DS_Store",
                        "a/Thumbs.db",
                        "_SUCCESS",
                        "a_$folder$")
                .list();

        assertThat(paths(listing)).containsExactly("a/1.jpg");
        assertThat(listing.ignored())
                .containsOnly(
                        Map.entry("hidden file", 2L),
                        Map.entry("hidden folder", 2L),
                        Map.entry("system file", 1L),
                        Map.entry("folder marker", 2L));
        assertThat(listing.total()).isEqualTo(8);
    }

    @Test
    void an_image_outside_every_class_folder_is_rejected() throws IOException {
        ImageListing listing = images("stray.jpg", "a/1.jpg").list();

        assertThat(paths(listing)).containsExactly("a/1.jpg");
        assertThat(listing.rejections()).containsExactly(new Rejection("stray.jpg", "", Stage.LIST, "no class folder"));
    }

    @Test
    void images_without_any_class_folder_are_wrong_use() throws IOException {
        ImageSource source = images("1.jpg", "2.jpg", "3.jpg");

        assertThatThrownBy(source::list)
                .isInstanceOf(WrongUseException.class)
                .hasMessage("images " + source.location()
                        + ": 3 images but no class folders; pass the folder above it, one sub-folder per class");
    }

    @Test
    void a_place_without_images_is_wrong_use() throws IOException {
        ImageSource source = source(Map.of("a/notes.txt", TEXT));

        assertThatThrownBy(source::list)
                .isInstanceOf(WrongUseException.class)
                .hasMessage("images " + source.location()
                        + ": holds no images (jpg, jpeg, png, gif, bmp); pass a folder with one sub-folder per class");
    }

    @Test
    void a_reader_gives_the_bytes_of_the_file() throws Exception {
        byte[] content = new byte[300_000];
        new Random(1).nextBytes(content);
        ImageSource source = source(Map.of("a/1.jpg", content, "a/2.jpg", JPEG));

        try (ImageReader reader = source.openReader()) {
            for (ImageRef image : source.list().images()) {
                try (InputStream bytes = reader.read(image).open()) {
                    assertThat(bytes.readAllBytes()).isEqualTo(image.path().equals("a/1.jpg") ? content : JPEG);
                }
            }
        }
    }

    @Test
    void an_empty_file_is_rejected_at_reading() throws IOException {
        ImageSource source = source(Map.of("a/1.jpg", new byte[0]));

        assertThat(rejection(source, source.list().images().get(0)))
                .isEqualTo(new Rejection("a/1.jpg", "a", Stage.READ, "empty file"));
    }

    @Test
    void a_file_that_is_gone_since_the_listing_is_rejected_and_the_others_are_read() throws Exception {
        ImageSource source = images("a/1.jpg", "a/2.jpg");
        List<ImageRef> images = source.list().images();
        remove("a/1.jpg");

        assertThat(rejection(source, images.get(0)))
                .isEqualTo(new Rejection("a/1.jpg", "a", Stage.READ, "gone since the listing"));
        try (ImageReader reader = source.openReader()) {
            assertThat(reader.read(images.get(1)).size()).isEqualTo(JPEG.length);
        }
    }

    @Test
    void a_source_is_a_value_that_travels() throws Exception {
        ImageSource source = images("a/1.jpg");
        ImageSource copy = SerializedCopy.of(source);

        assertThat(copy).isEqualTo(source).hasSameHashCodeAs(source).isEqualTo(sameSource());
        assertThat(copy.list()).isEqualTo(source.list());
        try (ImageReader reader = copy.openReader()) {
            assertThat(reader.read(source.list().images().get(0)).size()).isEqualTo(JPEG.length);
        }
    }

    /** A source over JPEG files of these paths. */
    protected final ImageSource images(String... paths) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String path : paths) {
            files.put(path, JPEG);
        }
        return source(files);
    }

    /** What a reader of {@code source} says of an image that it cannot read. */
    protected static Rejection rejection(ImageSource source, ImageRef image) throws IOException {
        try (ImageReader reader = source.openReader()) {
            return catchThrowableOfType(ImageRejectedException.class, () -> reader.read(image))
                    .rejection();
        }
    }

    protected static List<String> paths(ImageListing listing) {
        return listing.images().stream().map(ImageRef::path).toList();
    }
}
