package dev.fruits.cli.evaluate;

import dev.fruits.cli.console.Figures;
import dev.fruits.cli.console.TextTable;
import dev.fruits.core.classify.Evaluation;
import dev.fruits.core.json.Json;
import dev.fruits.core.run.Csv;
import dev.fruits.core.sink.Document;
import dev.fruits.core.spi.ModelListing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several CNNs on the same photographs, side by side.
 *
 * @param trials one of each CNN, in the order in which they are shown
 * @param listings what is known of CNNs by name; depth and number of parameters are taken from there
 */
public record Comparison(List<TrialReport> trials, List<ModelListing> listings) {
    private static final String[] HEADS = {
        "model", "depth", "parameters", "dimension", "images/s", "accuracy", "macro F1", "nearest 1", "K for 95 %"
    };

    public Comparison {
        trials = List.copyOf(trials);
        listings = List.copyOf(listings);
    }

    /** For people; several lines, the last one ended. */
    public String text() {
        TextTable table = new TextTable(HEADS);
        trials.forEach(trial -> table.row(cells(trial)));
        return table.text();
    }

    /** {@code comparison.md}, {@code comparison.csv} and {@code comparison.json}. */
    public List<Document> documents() {
        return List.of(
                new Document("comparison.md", markdown()),
                new Document("comparison.csv", csv()),
                new Document("comparison.json", json()));
    }

    /** The text of {@code comparison.json}. */
    public String json() {
        return Json.write(Map.of("models", trials.stream().map(this::fields).toList()));
    }

    private String[] cells(TrialReport trial) {
        double pace = pace(trial);
        return new String[] {
            name(trial),
            Figures.known(listing(trial).map(ModelListing::depth).orElse(0)),
            Figures.known(listing(trial).map(ModelListing::parameters).orElse(0L)),
            Figures.count(trial.classifier().dimension()),
            pace == 0 ? "unknown" : Figures.oneDecimal(pace),
            Figures.percent(trial.evaluation().accuracy()) + " %",
            Figures.percent(trial.evaluation().macroF1()) + " %",
            Figures.percent(nearest(trial).accuracy()) + " %",
            Figures.count(trial.componentsFor95())
        };
    }

    private Map<String, Object> fields(TrialReport trial) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", name(trial));
        fields.put("fingerprint", trial.classifier().model().fingerprint());
        fields.put("depth", listing(trial).map(ModelListing::depth).orElse(0));
        fields.put("parameters", listing(trial).map(ModelListing::parameters).orElse(0L));
        fields.put("dimension", trial.classifier().dimension());
        fields.put("images_per_second", pace(trial));
        fields.put("accuracy", trial.evaluation().accuracy());
        fields.put("macro_f1", trial.evaluation().macroF1());
        fields.put("nearest_neighbour_accuracy", nearest(trial).accuracy());
        fields.put("components_for_95_percent", trial.componentsFor95());
        return fields;
    }

    private String markdown() {
        StringBuilder text = new StringBuilder("# Comparison\n\n");
        text.append("| ").append(String.join(" | ", HEADS)).append(" |\n");
        text.append("| --- |").append(" ---: |".repeat(HEADS.length - 1)).append('\n');
        trials.forEach(trial ->
                text.append("| ").append(String.join(" | ", cells(trial))).append(" |\n"));
        return text.toString();
    }

    private String csv() {
        StringBuilder text = new StringBuilder();
        List<Map<String, Object>> rows = trials.stream().map(this::fields).toList();
        text.append(Csv.line(rows.get(0).keySet().toArray(String[]::new)));
        rows.forEach(row ->
                text.append(Csv.line(row.values().stream().map(String::valueOf).toArray(String[]::new))));
        return text.toString();
    }

    private static String name(TrialReport trial) {
        return trial.classifier().model().name();
    }

    /** Empty for a model file of the user's. */
    private Optional<ModelListing> listing(TrialReport trial) {
        return listings.stream()
                .filter(listing -> listing.name().equals(name(trial)))
                .findFirst();
    }

    /** While the training photographs went through the CNN. */
    private static double pace(TrialReport trial) {
        return trial.training().imagesPerSecond();
    }

    private static Evaluation nearest(TrialReport trial) {
        return trial.neighbours().values().iterator().next();
    }
}
