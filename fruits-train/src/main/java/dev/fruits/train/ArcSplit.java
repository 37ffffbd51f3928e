package dev.fruits.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Photographs to learn from and photographs that only watch. Neighbouring frames of a turning fruit are near-duplicates,
 * so frames picked at random would watch what was learnt; instead each series gives up one whole arc: frames that follow
 * each other, around the end to the start, from a seeded place.
 */
record ArcSplit(List<LabelledPhotograph> training, List<LabelledPhotograph> heldBack) {
    private static final Comparator<LabelledPhotograph> BY_FRAME =
            Comparator.comparing(photograph -> Frame.of(photograph.path()), Frame.ORDER);

    ArcSplit {
        training = List.copyOf(training);
        heldBack = List.copyOf(heldBack);
    }

    /**
     * @param share of each series to hold back, rounded to whole frames
     */
    static ArcSplit of(List<LabelledPhotograph> photographs, double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LabelledPhotograph> training = new ArrayList<>();
        List<LabelledPhotograph> heldBack = new ArrayList<>();
        for (List<LabelledPhotograph> series : bySeries(photographs).values()) {
            int arc = (int) Math.round(share * series.size());
            int start = random.nextInt(series.size());
            for (int i = 0; i < series.size(); i++) {
                boolean isInArc = Math.floorMod(i - start, series.size()) < arc;
                (isInArc ? heldBack : training).add(series.get(i));
            }
        }
        return new ArcSplit(training, heldBack);
    }

    private static Map<String, List<LabelledPhotograph>> bySeries(List<LabelledPhotograph> photographs) {
        Map<String, List<LabelledPhotograph>> series = new TreeMap<>();
        photographs.stream()
                .sorted(BY_FRAME)
                .forEach(photograph -> series.computeIfAbsent(
                                Frame.of(photograph.path()).series(), name -> new ArrayList<>())
                        .add(photograph));
        return series;
    }
}
