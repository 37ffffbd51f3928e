package dev.fruits.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FruitDrawingTest {
    private static final List<DrawnFruit> KINDS =
            List.of(DrawnFruit.BANANA, DrawnFruit.LEMON, DrawnFruit.PLUM, DrawnFruit.RASPBERRY);

    @TempDir
    private Path folder;

    @Test
    void every_kind_has_a_folder_with_its_photographs_in_both_splits() {
        DrawnImages images = draw(folder, 12, 6, 1);

        assertThat(images).isEqualTo(new DrawnImages(folder.resolve("Training"), folder.resolve("Test"), 48, 24));
        SortedMap<String, byte[]> files = files(folder);
        assertThat(files).hasSize(48 + 24 + 3 + 1);
        for (DrawnFruit kind : KINDS) {
            for (int frame = 0; frame < 12; frame++) {
                assertThat(files).containsKey("Training/" + kind.label() + "/" + frame + "_100.jpg");
            }
            for (int frame = 0; frame < 6; frame++) {
                assertThat(files).containsKey("Test/" + kind.label() + "/" + frame + "_100.jpg");
            }
        }
    }

    @Test
    void every_photograph_decodes_to_100_by_100_pixels() throws IOException {
        draw(folder, 2, 2, 2);

        for (String file : files(folder).keySet()) {
            if (file.matches(".*/\\d+_100\\.jpg")) {
                BufferedImage image = ImageIO.read(folder.resolve(file).toFile());
                assertThat(image.getWidth()).as(file).isEqualTo(100);
                assertThat(image.getHeight()).as(file).isEqualTo(100);
                assertThat(image.getRaster().getNumBands()).as(file).isEqualTo(3);
            }
        }
    }

    @Test
    void one_seed_gives_the_same_bytes_on_any_number_of_threads() {
        draw(folder.resolve("one"), 11, 2, 1);
        draw(folder.resolve("three"), 11, 2, 3);

        SortedMap<String, byte[]> one = files(folder.resolve("one"));
        SortedMap<String, byte[]> three = files(folder.resolve("three"));
        assertThat(three.keySet()).isEqualTo(one.keySet());
        one.forEach((file, bytes) -> assertThat(three.get(file)).as(file).isEqualTo(bytes));
    }

    @Test
    void photographing_again_replaces_the_photographs() {
        draw(folder, 1, 1, 1);
        SortedMap<String, byte[]> first = files(folder);

        draw(folder, 1, 1, 1);

        assertThat(files(folder).keySet()).isEqualTo(first.keySet());
    }

    @Test
    void no_two_photographs_are_equal_in_or_between_the_splits() {
        draw(folder, 12, 7, 2);

        SortedMap<String, byte[]> files = files(folder);
        files.keySet().removeIf(file -> !file.matches(".*/\\d+_100\\.jpg"));
        assertThat(files.values().stream().map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1)))
                .doesNotHaveDuplicates()
                .hasSize(4 * 19);
    }

    @Test
    void a_kind_looks_the_same_whichever_other_kinds_are_drawn() {
        draw(folder.resolve("four"), 1, 1, 1);
        new FruitDrawing(List.of(DrawnFruit.PLUM), 1, 1, 42, 1).draw(folder.resolve("one"));

        assertThat(folder.resolve("one/Test/Plum/0_100.jpg"))
                .hasSameBinaryContentAs(folder.resolve("four/Test/Plum/0_100.jpg"));
    }

    @Test
    void the_damaged_files_are_no_whole_images() throws IOException {
        draw(folder, 1, 1, 1);

        Path test = folder.resolve("Test");
        assertThat(test.resolve("Banana/empty_100.jpg")).isEmptyFile();
        assertThat(Files.readAllBytes(test.resolve("Lemon/0_100.jpg")))
                .startsWith(Files.readAllBytes(test.resolve("Lemon/truncated_100.jpg")))
                .hasSizeGreaterThan((int) Files.size(test.resolve("Lemon/truncated_100.jpg")));
        assertThat(ImageIO.read(test.resolve("Plum/text_100.jpg").toFile())).isNull();
        assertThat(test.resolve("Raspberry/.hidden_100.jpg")).isNotEmptyFile();
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "a file where the folder should be");

        assertThatThrownBy(() -> draw(file, 1, 1, 1))
                .isInstanceOf(RunFailedException.class)
                .hasMessageStartingWith("images in " + file + ": cannot be written (")
                .hasMessageEndingWith("); free the disk or choose another folder");
    }

    @Test
    void a_plan_of_nothing_is_wrong_use() {
        assertThatThrownBy(() -> new FruitDrawing(List.of(), 1, 1, 0, 1))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("kinds: none; name at least one fruit to draw");
        assertThatThrownBy(() -> new FruitDrawing(List.of(DrawnFruit.LIME, DrawnFruit.LIME), 1, 1, 0, 1))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("kinds [LIME, LIME]: one comes twice; name each fruit once");
        assertThatThrownBy(() -> new FruitDrawing(KINDS, 0, 1, 0, 1))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("training images per kind 0: must be at least 1");
        assertThatThrownBy(() -> new FruitDrawing(KINDS, 1, -1, 0, 1))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("test images per kind -1: must be at least 1");
        assertThatThrownBy(() -> new FruitDrawing(KINDS, 1, 1, 0, 0))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("threads 0: must be at least 1");
    }

    private static DrawnImages draw(Path root, int training, int test, int threads) {
        return new FruitDrawing(KINDS, training, test, 42, threads).draw(root);
    }

    /** All files below a folder, by their path with {@code /}, with their bytes. */
    private static SortedMap<String, byte[]> files(Path root) {
        try (Stream<Path> walk = Files.walk(root)) {
            SortedMap<String, byte[]> files = new TreeMap<>();
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
