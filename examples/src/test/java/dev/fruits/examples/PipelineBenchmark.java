package dev.fruits.examples;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.fruits.core.run.RunReport;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How near the whole pipeline (listing, reading, decoding, CNN, PCA, Parquet) comes to ONNX Runtime's own Java API that
 * is fed with one ready tensor again and again: same weights, same number of images, as many threads, in turns.
 *
 * <p>Arguments: folder of photographs, MobileNetV2 as ONNX, an empty folder for results, rounds.
 */
final class PipelineBenchmark {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final int BATCH = 16;
    private static final long[] SHAPE = {BATCH, 3, 224, 224};

    private PipelineBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path results = Path.of(args[2]);
        int rounds = Integer.parseInt(args[3]);
        for (int round = 0; round <= rounds; round++) {
            long start = System.nanoTime();
            RunReport report = EmbeddedPipeline.run(Path.of(args[0]), Path.of(args[1]), results.resolve("r" + round));
            double whole = report.ledger().results() * 1e9 / (System.nanoTime() - start);
            double alone = onnxRuntimeAlone(Path.of(args[1]), report.ledger().results());
            System.out.printf(
                    Locale.ROOT,
                    "%s: pipeline %.1f images/s (extraction alone %.1f), ONNX Runtime %.1f, ratio %.3f (extraction %.3f)%n",
                    round == 0 ? "warm-up" : "round " + round,
                    whole,
                    report.imagesPerSecond(),
                    alone,
                    whole / alone,
                    report.imagesPerSecond() / alone);
        }
    }

    /** Images per second; the environment is DJL's, which the pipeline has started. */
    private static double onnxRuntimeAlone(Path weights, long images) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(THREADS);
        AtomicLong left = new AtomicLong(images);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            try (OrtSession session = OrtEnvironment.getEnvironment().createSession(weights.toString(), options)) {
                Callable<Void> share = () -> {
                    work(session, left);
                    return null;
                };
                long start = System.nanoTime();
                for (Future<Void> done : workers.invokeAll(Collections.nCopies(THREADS, share))) {
                    done.get();
                }
                return images * 1e9 / (System.nanoTime() - start);
            }
        } finally {
            workers.shutdown();
        }
    }

    private static void work(OrtSession session, AtomicLong left) throws OrtException {
        FloatBuffer pixels = ByteBuffer.allocateDirect(BATCH * 3 * 224 * 224 * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        Random random = new Random(1);
        while (pixels.hasRemaining()) {
            pixels.put(random.nextFloat() * 2 - 1);
        }
        pixels.flip();
        while (left.getAndAdd(-BATCH) > 0) {
            try (OnnxTensor tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), pixels, SHAPE);
                    OrtSession.Result result = session.run(Map.of("input", tensor))) {
                ((OnnxTensor) result.get(0)).getFloatBuffer();
            }
        }
    }
}
