package dev.fruits.core.diff;

import dev.fruits.core.contract.RunResultsContract;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.RunResults;
import java.util.List;

class MemoryResultsTest extends RunResultsContract {
    @Override
    protected RunResults results(List<List<FeatureRow>> parts, List<Document> documents) {
        MemoryResults results = new MemoryResults("memory")
                .table("features", parts.stream().flatMap(List::stream).toList());
        documents.forEach(document -> results.document(document.name(), document.text()));
        return results;
    }
}
