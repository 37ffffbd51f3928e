package dev.fruits.train;

import dev.fruits.core.json.JsonFields;
import java.util.LinkedHashMap;
import java.util.Map;

/** An epoch's figures as a JSON object. */
final class EpochJson {
    private EpochJson() {}

    static Map<String, Object> write(EpochFigures figures) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("epoch", figures.epoch());
        json.put("trainingLoss", figures.trainingLoss());
        json.put("trainingAccuracy", figures.trainingAccuracy());
        json.put("heldBackLoss", figures.heldBackLoss());
        json.put("heldBackAccuracy", figures.heldBackAccuracy());
        json.put("learningRate", figures.learningRate());
        json.put("seconds", figures.seconds());
        return json;
    }

    static EpochFigures read(JsonFields json) {
        return new EpochFigures(
                (int) json.integer("epoch"),
                json.number("trainingLoss"),
                json.number("trainingAccuracy"),
                json.number("heldBackLoss"),
                json.number("heldBackAccuracy"),
                json.number("learningRate"),
                json.number("seconds"));
    }
}
