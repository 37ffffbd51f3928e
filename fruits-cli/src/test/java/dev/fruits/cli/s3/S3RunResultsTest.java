package dev.fruits.cli.s3;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.contract.RunResultsContract;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.RunResults;
import dev.fruits.core.sink.WriteReceipt;
import dev.fruits.parquet.ParquetResults;
import dev.fruits.parquet.ParquetSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the laptop left in a bucket. */
class S3RunResultsTest extends RunResultsContract {
    private final S3Prefix place = new S3Prefix();

    @Override
    protected RunResults results(List<List<FeatureRow>> parts, List<Document> documents) throws IOException {
        ResultSink sink = ParquetSink.into(place.store());
        sink.prepare();
        List<WriteReceipt> receipts = new ArrayList<>();
        for (List<FeatureRow> rows : parts) {
            try (PartitionWriter writer = sink.openWriter(FEATURES, receipts.size(), 0)) {
                for (FeatureRow row : rows) {
                    writer.write(row);
                }
                receipts.add(writer.finish());
            }
        }
        sink.commit(receipts, documents);
        return ParquetResults.of(place.store());
    }

    @Test
    void a_part_that_is_no_parquet_is_named() throws IOException {
        RunResults results = results(List.of(rows(1, 5)), List.of());
        place.put("features/part-99999.parquet", "this is no Parquet at all".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> read(results, FEATURES))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("features " + place.location()
                        + "/features/part-99999.parquet: cannot be read (is not a complete"
                        + " Parquet file); make this run again with --overwrite, or copy it again");
    }
}
