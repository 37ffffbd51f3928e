package dev.fruits.djl;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.fruits.core.contract.DrawnImages;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.spi.ModelRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * How near extraction from JPEG bytes comes to ONNX Runtime alone: images per second through our sessions, against ONNX
 * Runtime's own Java API fed with tensors that lie ready, on as many threads and images. Both run in short turns,
 * several rounds in one process, so that the ratio holds on a machine that does other things too.
 *
 * <p>Arguments: folder of photographs, folder of weights, images, rounds.
 */
final class ExtractionBenchmark {
    private static final int THREADS = 2;
    private static final int BATCH = 16;
    /** Images between two changes of sides, a second's work or so. */
    private static final int SLICE = 128;

    private static final int INPUT = 3 * 224 * 224;

    private ExtractionBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        List<EncodedImage> images = photographs(Path.of(arguments[0]), Integer.parseInt(arguments[2]));
        int rounds = Integer.parseInt(arguments[3]);
        Path weights = Path.of(arguments[1]);
        // Ours first: ONNX Runtime's environment must be DJL's.
        FeatureExtractor extractor = new DjlModelProvider().open(new ModelRequest("mobilenet_v2", weights));
        extractor.openSession().close();
        try (OrtSession raw = rawSession(weights.resolve("mobilenet_v2.onnx"))) {
            for (int round = 0; round <= rounds; round++) {
                Cost alone = new Cost();
                Cost ours = new Cost();
                for (int start = 0; start + SLICE <= images.size(); start += SLICE) {
                    List<EncodedImage> slice = images.subList(start, start + SLICE);
                    alone.add(batches -> runRaw(raw, batches));
                    ours.add(batches -> runOurs(extractor, slice, batches));
                }
                System.out.printf(
                        Locale.ROOT,
                        "%s: ours %.1f images/s, ONNX Runtime alone %.1f, ratio by time %.3f, by processor time %.3f; %s%n",
                        round == 0 ? "warm-up" : "round " + round,
                        ours.perSecond(),
                        alone.perSecond(),
                        (double) alone.nanos / ours.nanos,
                        (double) alone.processorNanos / ours.processorNanos,
                        residentMemory());
            }
        }
    }

    /** What so many slices took, by the clock and on the processors. */
    private static final class Cost {
        private static final com.sun.management.OperatingSystemMXBean PROCESS =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);

        private long images;
        private long nanos;
        private long processorNanos;

        void add(Work work) throws Exception {
            ExecutorService workers = Executors.newFixedThreadPool(THREADS);
            AtomicInteger nextBatch = new AtomicInteger(SLICE / BATCH);
            Callable<Void> share = () -> {
                work.run(nextBatch);
                return null;
            };
            long start = System.nanoTime();
            long processorStart = PROCESS.getProcessCpuTime();
            try {
                for (Future<Void> done : workers.invokeAll(Collections.nCopies(THREADS, share))) {
                    done.get();
                }
            } finally {
                workers.shutdown();
            }
            nanos += System.nanoTime() - start;
            processorNanos += PROCESS.getProcessCpuTime() - processorStart;
            images += SLICE;
        }

        double perSecond() {
            return images * 1e9 / nanos;
        }
    }

    /** A worker's share: takes batch after batch until none is left. */
    @FunctionalInterface
    private interface Work {
        void run(AtomicInteger nextBatch) throws IOException, OrtException;
    }

    private static void runOurs(FeatureExtractor extractor, List<EncodedImage> images, AtomicInteger nextBatch)
            throws IOException {
        try (ExtractionSession session = extractor.openSession()) {
            for (int batch = nextBatch.decrementAndGet(); batch >= 0; batch = nextBatch.decrementAndGet()) {
                session.extract(images.subList(batch * BATCH, (batch + 1) * BATCH));
            }
        }
    }

    private static void runRaw(OrtSession session, AtomicInteger nextBatch) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        FloatBuffer pixels = ByteBuffer.allocateDirect(BATCH * INPUT * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        Random random = new Random(1);
        while (pixels.hasRemaining()) {
            pixels.put(random.nextFloat() * 2 - 1);
        }
        pixels.flip();
        while (nextBatch.decrementAndGet() >= 0) {
            try (OnnxTensor tensor = OnnxTensor.createTensor(environment, pixels, new long[] {BATCH, 3, 224, 224});
                    OrtSession.Result result = session.run(Map.of("input", tensor))) {
                ((OnnxTensor) result.get(0)).getFloatBuffer();
            }
        }
    }

    private static OrtSession rawSession(Path file) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return OrtEnvironment.getEnvironment().createSession(file.toString(), options);
        }
    }

    private static List<EncodedImage> photographs(Path root, int count) throws IOException {
        List<EncodedImage> images = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList();
            for (int i = 0; i < count; i++) {
                Path file = all.get((int) ((long) i * all.size() / count));
                images.add(DrawnImages.encoded(root.relativize(file).toString(), Files.readAllBytes(file)));
            }
        }
        return images;
    }

    private static String residentMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .map(line -> line.replaceAll("\\s+", " "))
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
