package dev.fruits.spark.follow;

import dev.fruits.core.engine.Engine;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.run.Pipeline;
import dev.fruits.core.run.RunReport;
import dev.fruits.core.spi.FollowRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Runs the pipeline on each batch of new files. A batch whose results are complete is skipped.
 *
 * @param request the folder and how its images are processed
 * @param projection of every batch
 * @param folder lists a batch
 * @param engine runs it
 * @param results of all batches
 * @param listener called with the report and the number of every batch
 */
record BatchRun(
        FollowRequest request,
        PcaProjection projection,
        NewImages folder,
        Engine engine,
        FollowedResults results,
        ObjLongConsumer<RunReport> listener) {
    void process(Dataset<Row> files, long batch) throws IOException {
        String stream = files.sparkSession().sparkContext().getLocalProperty("sql.streaming.queryId");
        if (results.isComplete(batch, stream)) {
            return;
        }
        ImageListing listing = folder.listing(files);
        if (listing.total() > 0) {
            listener.accept(run(listing, batch, stream), batch);
        }
    }

    private RunReport run(ImageListing listing, long batch, String stream) throws IOException {
        return Pipeline.builder(request.images(), request.extractor(), results.sink(batch))
                .listing(listing)
                .batch(request.batch())
                .project(projection)
                .withoutProjectionFiles()
                .options(options(batch, stream))
                .build()
                .runOn(engine);
    }

    private Map<String, String> options(long batch, String stream) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("follow-batch", Long.toString(batch));
        options.put(FollowedResults.STREAM, stream);
        options.put("projection", request.projection().text());
        return options;
    }
}
