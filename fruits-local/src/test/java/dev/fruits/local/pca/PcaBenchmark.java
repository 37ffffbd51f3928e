package dev.fruits.local.pca;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.Moments;
import dev.fruits.core.pca.MomentsAggregation;
import dev.fruits.core.pca.PcaFit;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.eigen.BlockedEigenSolver;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Times principal components on rows that another program wrote, so that both can be run in turn on the same data:
 * {@code PcaBenchmark ROWS.f32 DIMENSION COMPONENTS THREADS}. Each byte on standard input starts one fit and one
 * projection, so that a script can interleave it with others. The file holds big-endian floats, row by row. A program, not a test.
 */
final class PcaBenchmark {
    private static final int PART = 4096;

    private final List<FeatureRow> rows;
    private final int dimension;
    private final int components;
    private final int threads;

    private PcaBenchmark(List<FeatureRow> rows, int dimension, int components, int threads) {
        this.rows = rows;
        this.dimension = dimension;
        this.components = components;
        this.threads = threads;
    }

    public static void main(String[] arguments) throws Exception {
        int dimension = Integer.parseInt(arguments[1]);
        PcaBenchmark benchmark = new PcaBenchmark(
                read(Path.of(arguments[0]), dimension),
                dimension,
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
        while (System.in.read() >= 0) {
            benchmark.run();
        }
    }

    private static List<FeatureRow> read(Path file, int dimension) throws IOException {
        long count = Files.size(file) / (Float.BYTES * (long) dimension);
        List<FeatureRow> rows = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(new BufferedInputStream(bytes, 1 << 20))) {
            for (long i = 0; i < count; i++) {
                float[] values = new float[dimension];
                for (int j = 0; j < dimension; j++) {
                    values[j] = in.readFloat();
                }
                rows.add(new FeatureRow("row/" + i, "row", FeatureVector.of(values)));
            }
        }
        return rows;
    }

    private void run() throws ExecutionException, InterruptedException {
        long start = System.nanoTime();
        Moments moments = moments();
        long summed = System.nanoTime();
        PcaProjection pca = PcaFit.of(moments, ComponentChoice.components(components), new BlockedEigenSolver(threads));
        long fitted = System.nanoTime();
        pca.apply(rows.stream().map(FeatureRow::vector).toList());
        long projected = System.nanoTime();
        System.out.printf(
                "fit %.3f s (moments %.3f, eigen %.3f), projection on one thread %.3f s, total variance %.12g, first %.12g%n",
                seconds(start, fitted),
                seconds(start, summed),
                seconds(summed, fitted),
                seconds(fitted, projected),
                moments.totalVariance(),
                pca.explainedVariance().variance(0));
    }

    private Moments moments() throws ExecutionException, InterruptedException {
        MomentsAggregation aggregation = new MomentsAggregation(dimension);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Moments>> parts = new ArrayList<>();
            for (int begin = 0; begin < rows.size(); begin += PART) {
                List<FeatureRow> part = rows.subList(begin, Math.min(rows.size(), begin + PART));
                parts.add(pool.submit(() -> sum(part, aggregation)));
            }
            Moments whole = aggregation.zero();
            for (Future<Moments> part : parts) {
                whole = aggregation.merge(whole, part.get());
            }
            return whole;
        } finally {
            pool.shutdown();
        }
    }

    private static Moments sum(List<FeatureRow> part, MomentsAggregation aggregation) {
        Moments moments = aggregation.zero();
        part.forEach(moments::add);
        return moments;
    }

    private static double seconds(long from, long to) {
        return (to - from) * 1e-9;
    }
}
