package dev.fruits.local.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.ImageSourceContract;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.image.Stage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalImageSourceTest extends ImageSourceContract {
    @TempDir
    Path root;

    @Override
    protected ImageSource source(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return sameSource();
    }

    @Override
    protected ImageSource sameSource() {
        return new LocalImageSource(new Location(root + "/"));
    }

    @Override
    protected void remove(String path) throws IOException {
        Files.delete(root.resolve(path));
    }

    @Test
    void a_missing_folder_is_wrong_use() {
        assertThatThrownBy(() -> LocalImageSource.of(root.resolve("absent")).list())
                .isInstanceOf(WrongUseException.class)
                .hasMessage("images " + root.resolve("absent") + ": no such folder; check the path");
    }

    @Test
    void a_file_is_wrong_use() throws IOException {
        Path file = Files.createFile(root.resolve("1.jpg"));

        assertThatThrownBy(() -> LocalImageSource.of(file).list())
                .isInstanceOf(WrongUseException.class)
                .hasMessage("images " + file
                        + ": is a file, not a folder; pass the folder that holds one sub-folder per class");
    }

    @Test
    void another_scheme_is_wrong_use() {
        assertThatThrownBy(() -> new LocalImageSource(new Location("s3://bucket/Test")))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("images s3://bucket/Test: is not a local folder; give a path, or file:///…");
    }

    @Test
    void unlabelled_images_need_no_class_folder_and_there_may_be_none() throws IOException {
        images("1.jpg", "a/2.jpg", ".hidden/3.jpg");

        ImageListing listing = LocalImageSource.unlabelled(root).list();

        assertThat(listing.images()).extracting(ImageRef::path).containsExactly("1.jpg", "a/2.jpg");
        assertThat(listing.rejections()).isEmpty();
        Path empty = Files.createDirectory(root.resolve("empty"));
        assertThat(LocalImageSource.unlabelled(empty).list().total()).isZero();
    }

    @Test
    void an_unlabelled_folder_that_may_not_be_read_is_a_rejection() throws IOException {
        images("a/1.jpg", "b/1.jpg");
        Path folder = Files.setPosixFilePermissions(root.resolve("b"), PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(folder), "this user reads every folder (root): nothing can be forbidden");
        try {
            assertThat(LocalImageSource.unlabelled(root).list().rejections())
                    .containsExactly(new Rejection("b", "", Stage.LIST, "folder that may not be read"));
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void a_folder_that_may_not_be_read_stops_the_listing_and_is_named() throws IOException {
        ImageSource source = images("a/1.jpg", "b/1.jpg");
        Path folder = Files.setPosixFilePermissions(root.resolve("b"), PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(folder), "this user reads every folder (root): nothing can be forbidden");
        try {
            assertThatThrownBy(source::list)
                    .isInstanceOf(IOException.class)
                    .hasMessage("images " + root
                            + ": 'b' may not be read (permission denied); let this user read it, or move it away");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void a_file_that_may_not_be_read_is_rejected() throws IOException {
        ImageSource source = images("a/1.jpg");
        Path file =
                Files.setPosixFilePermissions(root.resolve("a/1.jpg"), PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "this user reads every file (root): nothing can be forbidden");

        assertThat(rejection(source, source.list().images().get(0)))
                .isEqualTo(new Rejection("a/1.jpg", "a", Stage.READ, "permission denied"));
    }

    @Test
    void a_link_that_loops_is_ignored_and_counted() throws IOException {
        ImageSource source = images("a/deep/1.jpg");
        Files.createSymbolicLink(root.resolve("a/deep/back"), root.resolve("a"));
        Files.createSymbolicLink(root.resolve("a/top"), root);

        ImageListing listing = source.list();

        assertThat(paths(listing)).containsExactly("a/deep/1.jpg");
        assertThat(listing.ignored()).containsExactly(Map.entry("link that loops", 2L));
    }

    @Test
    void links_to_folders_and_files_elsewhere_are_followed(@TempDir Path elsewhere) throws IOException {
        ImageSource source = images("a/1.jpg");
        Files.copy(root.resolve("a/1.jpg"), elsewhere.resolve("2.jpg"));
        Files.createSymbolicLink(root.resolve("b"), elsewhere);
        Files.createSymbolicLink(root.resolve("a/3.jpg"), elsewhere.resolve("2.jpg"));

        assertThat(paths(source.list())).containsExactly("a/1.jpg", "a/3.jpg", "b/2.jpg");
    }

    @Test
    void a_link_that_leads_nowhere_is_ignored_and_counted() throws IOException {
        ImageSource source = images("a/1.jpg");
        Files.createSymbolicLink(root.resolve("a/2.jpg"), root.resolve("absent.jpg"));

        assertThat(source.list().ignored()).containsExactly(Map.entry("link that leads nowhere", 1L));
    }

    @Test
    void a_file_beyond_the_limit_is_rejected_unread() throws IOException {
        ImageSource source = images("a/1.jpg");
        ImageRef image = source.list().images().get(0);
        try (RandomAccessFile file =
                new RandomAccessFile(root.resolve("a/1.jpg").toFile(), "rw")) {
            file.setLength(ImageReader.MAX_BYTES + 1L);
        }

        assertThat(rejection(source, image).reason()).isEqualTo("larger than 64 MB");
    }

    @Test
    void a_folder_in_the_place_of_a_file_is_rejected() throws IOException {
        ImageSource source = images("a/1.jpg", "a/2.jpg");
        ImageRef image = source.list().images().get(0);
        remove("a/1.jpg");
        Files.createDirectory(root.resolve("a/1.jpg"));

        assertThat(rejection(source, image).reason()).isEqualTo("a folder since the listing");
    }

    @Test
    void a_root_that_is_gone_since_the_listing_stops_the_run() throws IOException {
        ImageSource source = images("a/1.jpg");
        ImageRef image = source.list().images().get(0);
        try (ImageReader reader = source.openReader()) {
            Files.move(root, root.resolveSibling("moved"));
            try {
                assertThatThrownBy(() -> reader.read(image))
                        .isInstanceOf(IOException.class)
                        .hasMessage("images " + root + ": this machine does not have the folder; check the path,"
                                + " mount its disk, or put the images where every machine that reads them has them");
                assertThatThrownBy(source::openReader).isInstanceOf(IOException.class);
            } finally {
                Files.move(root.resolveSibling("moved"), root);
            }
        }
    }

    @Test
    void lists_the_whole_test_split_of_fruits_360() throws IOException {
        Path photographs = Path.of(System.getProperty("fruits.shared", "absent"), "data/fruits-360/Test");
        assumeTrue(Files.isDirectory(photographs), "Fruits-360 is not at " + photographs);

        ImageListing listing = LocalImageSource.of(photographs).list();

        assertThat(listing.images()).hasSize(22_688);
        assertThat(listing.images().stream().map(ImageRef::label).distinct()).hasSize(131);
        assertThat(listing.rejections()).isEmpty();
    }
}
