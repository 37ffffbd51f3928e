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
 * each other, around the end to the start, from a seeded place. A class whose series are all too short for an arc counts
 * as one series.
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
        for (List<LabelledPhotograph> series : bySeries(photographs, share).values()) {
            int arc = arc(series, share);
            int start = random.nextInt(series.size());
            for (int i = 0; i < series.size(); i++) {
                boolean isInArc = Math.floorMod(i - start, series.size()) < arc;
                (isInArc ? heldBack : training).add(series.get(i));
            }
        }
        return new ArcSplit(training, heldBack);
    }

    private static Map<String, List<LabelledPhotograph>> bySeries(List<LabelledPhotograph> photographs, double share) {
        Map<Integer, Map<String, List<LabelledPhotograph>>> byClass = new TreeMap<>();
        photographs.stream()
                .sorted(BY_FRAME)
                .forEach(photograph -> byClass.computeIfAbsent(photograph.label(), label -> new TreeMap<>())
                        .computeIfAbsent(Frame.of(photograph.path()).series(), name -> new ArrayList<>())
                        .add(photograph));
        Map<String, List<LabelledPhotograph>> all = new TreeMap<>();
        for (Map<String, List<LabelledPhotograph>> series : byClass.values()) {
            boolean anyArc = series.values().stream().anyMatch(frames -> arc(frames, share) > 0);
            all.putAll(anyArc ? series : asOne(series));
        }
        return all;
    }

    private static Map<String, List<LabelledPhotograph>> asOne(Map<String, List<LabelledPhotograph>> series) {
        List<LabelledPhotograph> frames =
                series.values().stream().flatMap(List::stream).toList();
        return Map.of(series.keySet().iterator().next(), frames);
    }

    private static int arc(List<LabelledPhotograph> frames, double share) {
        return (int) Math.round(share * frames.size());
    }
}
