package dev.fruits.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells trainings apart: two of the same identity go through the same steps.
 *
 * @param parts what decides the steps, by name
 */
record TrainingIdentity(SortedMap<String, String> parts) {
    TrainingIdentity {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    static TrainingIdentity of(TrainingSettings settings, Architecture architecture, ImageSet set) {
        SortedMap<String, String> parts = new TreeMap<>();
        parts.put("network", architecture.text());
        parts.put("epochs", Integer.toString(settings.epochs()));
        parts.put("seed", Long.toString(settings.seed()));
        parts.put("batch", Integer.toString(settings.batch()));
        parts.put("learning rate", Double.toString(settings.learningRate()));
        parts.put("weight decay", Double.toString(settings.weightDecay()));
        parts.put("label smoothing", Double.toString(settings.labelSmoothing()));
        parts.put("held back", Double.toString(settings.heldBackShare()));
        parts.put("photographs", set.fingerprint());
        return new TrainingIdentity(parts);
    }

    /** {@code epochs 30, now 5; seed 42, now 7}; empty where there are none. */
    String differencesTo(TrainingIdentity other) {
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, String> part : parts.entrySet()) {
            String theirs = other.parts.getOrDefault(part.getKey(), "none");
            if (!theirs.equals(part.getValue())) {
                differences.add(part.getKey() + " " + theirs + ", now " + part.getValue());
            }
        }
        return String.join("; ", differences);
    }
}
