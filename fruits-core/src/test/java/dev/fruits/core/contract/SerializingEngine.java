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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A small engine that is stricter than a cluster: every specification, row, accumulator and receipt goes through
 * serialization for every partition, so that what would fail there fails in a unit test.
 */
public class SerializingEngine implements Engine {
    private static final int PARTITION_IMAGES = 7;

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
        try (ImageReader reader = source.openReader();
                ExtractionSession session = extractor.openSession()) {
            List<EncodedImage> read = new ArrayList<>();
            for (ImageRef ref : images) {
                try {
                    read.add(reader.read(ref));
                } catch (ImageRejectedException e) {
                    rejections.add(e.rejection());
                }
            }
            for (int from = 0; from < read.size(); from += batch) {
                for (ExtractionOutcome outcome :
                        session.extract(read.subList(from, Math.min(read.size(), from + batch)))) {
                    outcome.deliver(row -> rows.add(SerializedCopy.of(row)), rejections::add);
                }
            }
        }
    }

    @Override
    public void close() {}
}
