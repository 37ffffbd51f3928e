package dev.fruits.spark.follow;

import dev.fruits.core.engine.Engine;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.run.Pipeline;
import dev.fruits.core.run.RunReport;
import dev.fruits.core.spi.FollowListener;
import dev.fruits.core.spi.FollowRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is done with a batch: a run of the pipeline. A batch that is whole already is left as it is. */
final class BatchWork implements VoidFunction2<Dataset<Row>, Long> {
    private static final long serialVersionUID = 1L;

    private final transient FollowRequest request;
    private final transient PcaProjection projection;
    private final transient NewImages folder;
    private final transient Engine engine;
    private final transient FollowPlace place;
    private final transient FollowListener listener;

    BatchWork(
            FollowRequest request,
            PcaProjection projection,
            NewImages folder,
            Engine engine,
            FollowPlace place,
            FollowListener listener) {
        this.request = request;
        this.projection = projection;
        this.folder = folder;
        this.engine = engine;
        this.place = place;
        this.listener = listener;
    }

    @Override
    public void call(Dataset<Row> files, Long batch) throws IOException {
        String stream = files.sparkSession().sparkContext().getLocalProperty("sql.streaming.queryId");
        if (place.isWhole(batch, stream)) {
            return;
        }
        ImageListing listing = folder.listing(files);
        if (listing.total() > 0) {
            listener.batch(batch, run(listing, batch, stream));
        }
    }

    private RunReport run(ImageListing listing, long batch, String stream) throws IOException {
        return Pipeline.builder()
                .from(new BatchImages(request.images(), listing).asSource())
                .extract(request.extractor())
                .batch(request.batch())
                .project(projection)
                .into(new BatchSink(place.sink(batch)))
                .options(options(batch, stream))
                .build()
                .runOn(engine);
    }

    private Map<String, String> options(long batch, String stream) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("follow-batch", Long.toString(batch));
        options.put(FollowPlace.STREAM, stream);
        options.put("projection", request.projection().text());
        return options;
    }
}
