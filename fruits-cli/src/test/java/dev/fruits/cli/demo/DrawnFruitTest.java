package dev.fruits.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DrawnFruitTest {
    @Test
    void there_are_twenty_kinds_each_with_a_name_of_its_own() {
        assertThat(Arrays.stream(DrawnFruit.values()).map(DrawnFruit::label))
                .hasSize(20)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @ParameterizedTest
    @EnumSource
    void the_same_seed_and_angle_give_the_same_pixels(DrawnFruit kind) {
        assertThat(pixels(Specimen.grown(kind, 5).draw(72)))
                .isEqualTo(pixels(Specimen.grown(kind, 5).draw(72)));
    }

    @ParameterizedTest
    @EnumSource
    void a_turn_changes_the_pixels_but_hardly_the_colour(DrawnFruit kind) {
        Specimen specimen = Specimen.grown(kind, 6);
        BufferedImage front = specimen.draw(0);
        BufferedImage side = specimen.draw(90);

        assertThat(pixels(side)).isNotEqualTo(pixels(front));
        assertThat(distance(Look.of(front).colour(), Look.of(side).colour()))
                .isLessThan(0.25); // a peach's blush is on one side
    }

    @ParameterizedTest
    @EnumSource
    void the_fruit_fills_the_frame_before_a_white_wall(DrawnFruit kind) {
        BufferedImage image = Specimen.grown(kind, 7).draw(30);

        for (int[] corner : new int[][] {{0, 0}, {99, 0}, {0, 99}, {99, 99}}) {
            assertThat(image.getRGB(corner[0], corner[1]) & 0xffffff).isEqualTo(0xffffff);
        }
        assertThat(Look.of(image).share()).isBetween(0.12, 0.85);
    }

    @Test
    void simple_statistics_of_colour_and_shape_tell_specimens_never_seen_apart() {
        List<Look> known = new ArrayList<>();
        List<DrawnFruit> kinds = new ArrayList<>();
        for (DrawnFruit kind : DrawnFruit.values()) {
            for (int specimen = 0; specimen < 6; specimen++) {
                known.add(Look.of(Specimen.grown(kind, 100 + specimen).draw(60 * specimen)));
                kinds.add(kind);
            }
        }

        int right = 0;
        for (DrawnFruit kind : DrawnFruit.values()) {
            for (int specimen = 0; specimen < 4; specimen++) {
                Look look = Look.of(Specimen.grown(kind, 900 + specimen).draw(80 * specimen + 15));
                right += kinds.get(nearest(look, known)) == kind ? 1 : 0;
            }
        }
        assertThat(right).isGreaterThanOrEqualTo(72); // of 80; a guess would be right 4 times
    }

    private static int nearest(Look look, List<Look> known) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            indexes.add(i);
        }
        return indexes.stream()
                .min(Comparator.comparingDouble(
                        i -> distance(look.numbers(), known.get(i).numbers())))
                .orElseThrow();
    }

    private static double distance(List<Double> a, List<Double> b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += (a.get(i) - b.get(i)) * (a.get(i) - b.get(i));
        }
        return Math.sqrt(sum);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, Renderer.SIDE, Renderer.SIDE, null, 0, Renderer.SIDE);
    }
}
