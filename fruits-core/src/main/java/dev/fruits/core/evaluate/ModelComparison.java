package dev.fruits.core.evaluate;

import dev.fruits.core.json.Json;
import dev.fruits.core.run.Csv;
import dev.fruits.core.spi.ModelListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several CNNs, each evaluated on the same images.
 *
 * @param reports one of each CNN, in the order of the tables
 * @param listings known CNNs, which give depth and number of parameters
 */
public record ModelComparison(List<EvaluationReport> reports, List<ModelListing> listings) {
    public ModelComparison {
        reports = List.copyOf(reports);
        listings = List.copyOf(listings);
    }

    /** The text of {@code comparison.json}. */
    public String toJson() {
        return Json.write(Map.of("models", reports.stream().map(this::fields).toList()));
    }

    /** The text of {@code comparison.csv}. */
    public String toCsv() {
        return Csv.table(reports.stream().map(this::fields).toList());
    }

    /**
     * Writes {@code comparison.csv} and {@code comparison.json}.
     *
     * @throws IOException if the disk fails
     */
    public void save(Path folder) throws IOException {
        Files.writeString(folder.resolve("comparison.csv"), toCsv());
        Files.writeString(folder.resolve("comparison.json"), toJson());
    }

    /** What is known of a CNN by its name; empty for a model file of the user. */
    public Optional<ModelListing> listing(EvaluationReport report) {
        return listings.stream()
                .filter(listing ->
                        listing.name().equals(report.classifier().model().name()))
                .findFirst();
    }

    private Map<String, Object> fields(EvaluationReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", report.classifier().model().name());
        fields.put("fingerprint", report.classifier().model().fingerprint());
        fields.put("depth", listing(report).map(ModelListing::depth).orElse(0));
        fields.put("parameters", listing(report).map(ModelListing::parameters).orElse(0L));
        fields.put("dimension", report.classifier().dimension());
        fields.put("images_per_second", report.training().imagesPerSecond());
        fields.put("accuracy", report.evaluation().accuracy());
        fields.put("macro_f1", report.evaluation().macroF1());
        fields.put("nearest_neighbour_accuracy", report.nearestNeighbour().accuracy());
        fields.put("components_for_95_percent", report.componentsFor95());
        return fields;
    }
}
