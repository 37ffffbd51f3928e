package dev.fruits.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.Storage;
import dev.fruits.core.spi.StorageProvider;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalStorageProviderTest {
    @TempDir
    Path folder;

    private static Storage disk() {
        StorageProvider provider =
                ServiceLoader.load(StorageProvider.class).findFirst().orElseThrow();
        assertThat(provider.schemes()).containsExactlyInAnyOrder("", "file");
        return provider.connect(StoreSettings.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file:", "file://", "FILE://"})
    void a_path_names_the_same_files_with_and_without_its_scheme(String scheme) throws IOException {
        byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0};
        Path image = folder.resolve("a b %20/Kiwi/1.jpg");
        Files.createDirectories(image.getParent());
        Files.write(image, jpeg);
        Location images = new Location(scheme + folder.resolve("a b %20"));
        Location out = new Location(scheme + folder.resolve("out"));

        assertThat(disk().images(images).list().images())
                .extracting(ImageRef::path)
                .containsExactly("Kiwi/1.jpg");
        assertThat(disk().download(new Location(scheme + image), folder.resolve("copy")))
                .isTrue();
        assertThat(folder.resolve("copy")).hasBinaryContent(jpeg);
        assertThat(disk().download(new Location(scheme + folder.resolve("none")), folder.resolve("copy")))
                .isFalse();
        disk().results(out).prepare();
        assertThat(folder.resolve("out")).isDirectory();
    }

    @Test
    void a_file_of_another_machine_is_wrong_use() {
        assertThatThrownBy(() -> disk().images(new Location("file://photos/Test")))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("file://photos/Test: names a machine; give file:///… with a path of this machine");
    }
}
