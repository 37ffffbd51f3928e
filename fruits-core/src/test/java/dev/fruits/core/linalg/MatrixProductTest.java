package dev.fruits.core.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixProductTest {
    @ParameterizedTest
    @CsvSource({"1,1,1", "3,5,2", "4,256,144", "33,257,145", "130,20,300", "70,513,7", "5,3,0", "0,4,3"})
    void a_product_is_the_sum_of_its_terms(int height, int width, int depth) {
        double[][] a = random(height, depth, 1);
        double[][] b = random(depth, width, 2);
        double[][] c = random(height, width, 3);
        double[][] expected = naive(a, b, c, height, width, depth);

        new MatrixProduct()
                .add(-0.5, Block.of(a, height, depth), Block.of(b, depth, width), Block.of(c, height, width));

        for (int i = 0; i < height; i++) {
            assertThat(c[i]).containsExactly(expected[i], within(1e-12));
        }
    }

    @Test
    void a_transposed_factor_gives_the_same_bits() {
        double[][] a = random(37, 150, 1);
        double[][] b = random(150, 60, 2);
        double[][] turned = new double[150][37];
        for (int i = 0; i < 37; i++) {
            for (int j = 0; j < 150; j++) {
                turned[j][i] = a[i][j];
            }
        }
        double[][] plain = new double[37][60];
        double[][] fromTurned = new double[37][60];

        new MatrixProduct().set(Block.of(a, 37, 150), Block.of(b, 150, 60), Block.of(plain, 37, 60));
        new MatrixProduct()
                .set(Block.of(turned, 150, 37).transposed(), Block.of(b, 150, 60), Block.of(fromTurned, 37, 60));

        assertThat(fromTurned).isDeepEqualTo(plain);
    }

    @Test
    void only_the_target_is_written() {
        double[][] c = new double[10][10];

        new MatrixProduct()
                .set(Block.of(random(4, 3, 1), 4, 3), Block.of(random(3, 5, 2), 3, 5), Block.of(c, 2, 3, 4, 5));

        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 10; j++) {
                boolean inside = i >= 2 && i < 6 && j >= 3 && j < 8;
                assertThat(c[i][j] != 0).isEqualTo(inside);
            }
        }
    }

    @Test
    void shapes_that_do_not_fit_are_refused() {
        Block square = Block.of(new double[3][3], 3, 3);

        assertThatThrownBy(() -> new MatrixProduct().add(1, square, Block.of(new double[2][3], 2, 3), square))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot multiply 3 × 3 by 2 × 3 into 3 × 3");
    }

    private static double[][] naive(double[][] a, double[][] b, double[][] c, int height, int width, int depth) {
        double[][] result = Arrays.stream(c).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                for (int p = 0; p < depth; p++) {
                    result[i][j] -= 0.5 * a[i][p] * b[p][j];
                }
            }
        }
        return result;
    }

    private static double[][] random(int height, int width, long seed) {
        Random random = new Random(seed);
        double[][] matrix = new double[height][];
        Arrays.setAll(matrix, i -> random.doubles(width, -1, 1).toArray());
        return matrix;
    }
}
