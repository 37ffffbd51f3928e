package dev.fruits.core.contract;

import dev.fruits.core.engine.Engine;
import dev.fruits.core.engine.ExtractionCounts;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Rejection;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A small engine that is stricter than a cluster: every specification, row, accumulator and receipt goes through
 * serialization for every partition, so that what would fail there fails in a unit test.
 */
public class SerializingEngine implements Engine {
    private static final int PARTITION_IMAGES = 11;

    private boolean closed;

    @Override
    public String name() {
        return "serializing";
    }

    @Override
    public Map<String, String> description() {
        return Map.of();
    }

    @Override
    public FeatureTable extract(
            ImageSource source, ImageListing listing, FeatureExtractor extractor, ExtractionOptions options)
            throws IOException {
        if (closed) {
            throw new IllegalStateException("engine serializing: is closed; open another");
        }
        List<FeatureRow> rows = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        List<ImageRef> images = listing.images();
        for (int from = 0; from < images.size(); from += PARTITION_IMAGES) {
            List<ImageRef> partition =
                    new ArrayList<>(images.subList(from, Math.min(images.size(), from + PARTITION_IMAGES)));
            extract(
                    SerializedCopy.of(source),
                    SerializedCopy.of(partition),
                    SerializedCopy.of(extractor),
                    options.batch(),
                    rows,
                    rejections);
            options.listener().progress("Extract features", from + partition.size(), images.size());
        }
        return new SerializingFeatureTable(
                extractor.dimension(), rows, rejections, new ExtractionCounts(rows.size(), 0));
    }

    private static void extract(
            ImageSource source,
            List<ImageRef> images,
            FeatureExtractor extractor,
            int batch,
            List<FeatureRow> rows,
            List<Rejection> rejections)
            throws IOException {
        List<EncodedImage> read = read(source, images, rejections);
        try (ExtractionSession session = extractor.openSession()) {
            for (int from = 0; from < read.size(); from += batch) {
                for (ExtractionOutcome outcome :
                        session.extract(read.subList(from, Math.min(read.size(), from + batch)))) {
                    outcome.deliver(row -> rows.add(SerializedCopy.of(row)), rejections::add);
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    /** As many at once as the source wants, each with a reader of its own; what comes back is in the order of the images. */
    private static List<EncodedImage> read(ImageSource source, List<ImageRef> images, List<Rejection> rejections)
            throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(source.concurrentReads());
        try {
            List<Future<EncodedImage>> reads = new ArrayList<>();
            images.forEach(ref -> reads.add(threads.submit(() -> read(source, ref))));
            List<EncodedImage> read = new ArrayList<>();
            for (Future<EncodedImage> image : reads) {
                result(image, read, rejections);
            }
            return read;
        } finally {
            threads.shutdownNow();
        }
    }

    private static EncodedImage read(ImageSource source, ImageRef ref) throws IOException, ImageRejectedException {
        try (ImageReader reader = source.openReader()) {
            return reader.read(ref);
        }
    }

    private static void result(Future<EncodedImage> image, List<EncodedImage> read, List<Rejection> rejections)
            throws IOException {
        try {
            read.add(image.get());
        } catch (InterruptedException e) {
            throw new InterruptedIOException("stopped");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ImageRejectedException rejected) {
                rejections.add(rejected.rejection());
            } else if (e.getCause() instanceof IOException failure) {
                throw failure;
            } else if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            } else {
                throw new AssertionError(e);
            }
        }
    }
}
