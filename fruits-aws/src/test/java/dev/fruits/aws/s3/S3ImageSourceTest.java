package dev.fruits.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.aws.server.Fault;
import dev.fruits.aws.server.FaultyProxy;
import dev.fruits.aws.server.S3Server;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.image.Stage;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;

class S3ImageSourceTest {
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 1, 2, 3};

    private final String prefix = SharedServer.newPrefix();

    private ImageSource source(String... paths) throws IOException {
        for (String path : paths) {
            SharedServer.put(prefix + "/" + path, path.isEmpty() || path.endsWith("/") ? new byte[0] : JPEG);
        }
        return at(prefix);
    }

    private static ImageSource at(String prefix) throws IOException {
        return new S3ImageSource(
                SharedServer.location(prefix), SharedServer.server().settings());
    }

    private static List<String> paths(ImageListing listing) {
        return listing.images().stream().map(ImageRef::path).toList();
    }

    @Test
    void keys_of_any_characters_are_listed_and_read() throws Exception {
        String[] paths = {
            "a/new\nline.jpg",
            "a/\u0001.jpg",
            "a/\t.jpg",
            "a/\uFFFE.jpg",
            "a/`~!@#$^&*(){}|\\:;'\",<>?.jpg",
            "a/e\u0301.jpg",
            "a/é.jpg",
            "a/🍎.jpg",
            "a/ends with a space.jpg ",
            "a b/+%2B%20.jpg",
            "x".repeat(200) + "/" + "y".repeat(600) + ".jpg"
        };
        ImageSource source = source(paths);

        ImageListing listing = source.list();

        assertThat(paths(listing)).containsExactlyInAnyOrder(paths);
        try (ImageReader reader = source.openReader()) {
            for (ImageRef image : listing.images()) {
                assertThat(reader.read(image).size()).isEqualTo(JPEG.length);
            }
        }
    }

    @Test
    void keys_that_no_folder_could_hold_are_rejected_by_name() throws IOException {
        try (FaultyProxy proxy = SharedServer.proxy()) {
            proxy.always(
                    "GET",
                    "list-type=2",
                    listing("/", "/a/1.jpg", "a//2.jpg", "a/../3.jpg", "a/%EF%BF%BD.jpg", "a/4.jpg"));

            ImageListing listing = new S3ImageSource(new Location("s3://fruits"), SharedServer.through(proxy)).list();

            assertThat(paths(listing)).containsExactly("a/4.jpg");
            assertThat(listing.rejections())
                    .containsExactly(
                            new Rejection(
                                    "/",
                                    "",
                                    Stage.LIST,
                                    "its key has an empty first segment; copy it to a key without"),
                            new Rejection(
                                    "/a/1.jpg",
                                    "a",
                                    Stage.LIST,
                                    "its key has an empty first segment; copy it to a key without"),
                            new Rejection("a//2.jpg", "", Stage.LIST, "no class folder"),
                            new Rejection("a/\uFFFD.jpg", "a", Stage.LIST, "its key is not valid text"));
            assertThat(listing.ignored()).containsExactly(Map.entry("hidden folder", 1L));
        }
    }

    private static Fault listing(String... encodedKeys) {
        StringBuilder xml =
                new StringBuilder("<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>");
        for (String key : encodedKeys) {
            xml.append("<Contents><Key>")
                    .append(key)
                    .append("</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><Size>7</Size></Contents>");
        }
        return new Fault.Answer(200, xml.append("</ListBucketResult>").toString(), Map.of());
    }

    @Test
    void folder_markers_are_ignored_and_counted_once_each() throws IOException {
        ImageListing listing = source("", "a/", "a/1.jpg", "b/deep/", "b/deep/2.jpg", "c_$folder$", "c/3.jpg")
                .list();

        assertThat(paths(listing)).containsExactly("a/1.jpg", "b/deep/2.jpg", "c/3.jpg");
        assertThat(listing.ignored()).containsExactly(Map.entry("folder marker", 4L));
    }

    @Test
    void more_objects_than_one_page_holds_are_listed() throws IOException {
        try (FaultyProxy proxy = SharedServer.proxy()) {
            for (int i = 0; i < 1_050; i++) {
                SharedServer.put(prefix + "/a/" + i + ".jpg", JPEG);
            }
            ImageSource source = new S3ImageSource(SharedServer.location(prefix), SharedServer.through(proxy));

            assertThat(source.list().images()).hasSize(1_050);
            assertThat(proxy.count("GET", "continuation-token=")).isEqualTo(1);
        }
    }

    @Test
    void hidden_folders_are_not_looked_into() throws IOException {
        source("a/1.jpg", ".git/1.jpg", ".git/deep/2.jpg");
        try (FaultyProxy proxy = SharedServer.proxy()) {
            ImageListing listing = new S3ImageSource(SharedServer.location(prefix), SharedServer.through(proxy)).list();

            assertThat(listing.ignored()).containsExactly(Map.entry("hidden folder", 1L));
            assertThat(proxy.count("GET", "prefix=[^&]*git")).isZero();
        }
    }

    @Test
    void only_what_is_not_named_as_an_image_is_looked_into() throws IOException {
        source("a/1.jpg", "a/2.jpg", "b/3", "b/4");
        SharedServer.put(prefix + "/b/notes.txt", "no image".getBytes(StandardCharsets.UTF_8));
        SharedServer.put(prefix + "/b/empty", new byte[0]);
        try (FaultyProxy proxy = SharedServer.proxy()) {
            ImageListing listing = new S3ImageSource(SharedServer.location(prefix), SharedServer.through(proxy)).list();

            assertThat(paths(listing)).containsExactly("a/1.jpg", "a/2.jpg", "b/3", "b/4");
            assertThat(listing.ignored()).containsExactly(Map.entry("not an image", 2L));
            assertThat(proxy.count("GET", "/b/")).isEqualTo(3);
            assertThat(proxy.count("GET", "/a/")).isZero();
        }
    }

    @Test
    void archived_photographs_are_rejected_with_the_reason() throws IOException {
        source("a/1.jpg");
        for (String name : List.of("a/cold.jpg", "a/.hidden.jpg", "a/notes.txt")) {
            SharedServer.server()
                    .client()
                    .putObject(
                            object -> object.bucket(S3Server.BUCKET)
                                    .key(prefix + "/" + name)
                                    .storageClass("DEEP_ARCHIVE"),
                            RequestBody.fromBytes(JPEG));
        }

        ImageListing listing = at(prefix).list();

        assertThat(paths(listing)).containsExactly("a/1.jpg");
        assertThat(listing.rejections())
                .containsExactly(
                        new Rejection("a/cold.jpg", "a", Stage.LIST, "archived in DEEP_ARCHIVE; restore it first"));
        assertThat(listing.ignored()).containsOnly(Map.entry("hidden file", 1L), Map.entry("not an image", 1L));
    }

    @Test
    void an_object_that_changed_since_the_listing_is_rejected() throws Exception {
        ImageSource source = source("a/1.jpg", "a/2.jpg");
        List<ImageRef> images = source.list().images();
        SharedServer.put(prefix + "/a/1.jpg", new byte[100]);
        ImageRef older = new ImageRef(
                "a/2.jpg", "a", JPEG.length, images.get(1).modified().minusSeconds(60));

        try (ImageReader reader = source.openReader()) {
            assertThatThrownBy(() -> reader.read(images.get(0))).hasMessageContaining("changed since the listing");
            assertThatThrownBy(() -> reader.read(older)).hasMessageContaining("changed since the listing");
            assertThat(reader.read(images.get(1)).size()).isEqualTo(JPEG.length);
        }
    }

    @Test
    void a_whole_bucket_is_a_source() throws IOException {
        source("a/1.jpg");
        ImageSource bucket = new S3ImageSource(
                new Location("s3://fruits"), SharedServer.server().settings());

        assertThat(paths(bucket.list())).contains(prefix + "/a/1.jpg");
    }

    @Test
    void a_location_that_is_one_object_is_wrong_use() throws IOException {
        source("a/1.jpg");

        assertThatThrownBy(at(prefix + "/a/1.jpg")::list)
                .isInstanceOf(WrongUseException.class)
                .hasMessage("images s3://fruits/" + prefix
                        + "/a/1.jpg: is an object, not a folder; pass the prefix above it, one sub-folder per class");
    }

    @Test
    void a_prefix_of_nothing_is_wrong_use() throws IOException {
        source("apple/1.jpg");

        assertThatThrownBy(at(prefix + "/app")::list)
                .isInstanceOf(WrongUseException.class)
                .hasMessage("images s3://fruits/" + prefix + "/app: no such folder; check the bucket and the prefix");
    }

    @Test
    void a_bucket_that_is_not_there_is_wrong_use() throws IOException {
        ImageSource source = new S3ImageSource(
                new Location("s3://no-such-bucket/photos"),
                SharedServer.server().settings());

        assertThatThrownBy(source::list)
                .isInstanceOf(WrongUseException.class)
                .hasMessageMatching("images s3://no-such-bucket/photos: bucket 'no-such-bucket' not found;"
                        + " check its name \\(request ID \\w+\\)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gs://fruits/x | is not an s3:// location",
                "photos | is not an s3:// location",
                "s3:///photos | '' is not a bucket name",
                "s3://Fruits/photos | 'Fruits' is not a bucket name",
                "s3://a/photos | 'a' is not a bucket name",
                "s3://my_fruits | 'my_fruits' is not a bucket name",
                "s3://a..b/x | 'a..b' is not a bucket name",
                "s3://-fruits/x | '-fruits' is not a bucket name",
                "s3://10.0.0.1/x | '10.0.0.1' is not a bucket name",
            })
    void what_cannot_be_a_bucket_is_refused_before_any_work(String location, String reason) {
        assertThatThrownBy(() -> new S3ImageSource(new Location(location), StoreSettings.DEFAULT))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("images " + location + ": " + reason);
    }

    @Test
    void credentials_in_a_location_are_refused_and_not_repeated() {
        assertThatThrownBy(
                        () -> new S3ImageSource(new Location("s3://AKIAX:hush@fruits/photos"), StoreSettings.DEFAULT))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("images s3://…: credentials do not belong in a location, which manifests show; set"
                        + " AWS_PROFILE, or give the machine a role");
    }

    @Test
    void the_arn_of_an_access_point_is_not_taken_for_credentials() {
        String arn = "s3://arn:aws:s3:eu-west-3:123456789012:accesspoint/photos/Test";

        assertThatThrownBy(() -> new S3ImageSource(new Location(arn), StoreSettings.DEFAULT))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("images " + arn + ": ARNs are not supported; give the access point's alias"
                        + " (s3://…-s3alias/prefix; 'aws s3control get-access-point' shows it)");
    }
}
