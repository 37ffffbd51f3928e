package dev.fruits.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Images to learn from and images that only watch. Neighbouring frames of a turning fruit are near-duplicates,
 * so frames picked at random would watch what was learnt; instead each series gives up one whole arc: frames that follow
 * each other, around the end to the start, from a seeded place. A class whose series are all too short for an arc counts
 * as one series.
 */
record ArcSplit(List<LabelledImage> training, List<LabelledImage> heldBack) {
    private static final Comparator<LabelledImage> BY_FRAME =
            Comparator.comparing(image -> Frame.of(image.path()), Frame.ORDER);

    ArcSplit {
        training = List.copyOf(training);
        heldBack = List.copyOf(heldBack);
    }

    /**
     * @param share of each series to hold back, rounded to whole frames
     */
    static ArcSplit of(List<LabelledImage> images, double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LabelledImage> training = new ArrayList<>();
        List<LabelledImage> heldBack = new ArrayList<>();
        for (List<LabelledImage> series : bySeries(images, share).values()) {
            int arc = arc(series, share);
            int start = random.nextInt(series.size());
            for (int i = 0; i < series.size(); i++) {
                boolean isInArc = Math.floorMod(i - start, series.size()) < arc;
                (isInArc ? heldBack : training).add(series.get(i));
            }
        }
        return new ArcSplit(training, heldBack);
    }

    private static Map<String, List<LabelledImage>> bySeries(List<LabelledImage> images, double share) {
        Map<Integer, Map<String, List<LabelledImage>>> byClass = new TreeMap<>();
        images.stream()
                .sorted(BY_FRAME)
                .forEach(image -> byClass.computeIfAbsent(image.label(), label -> new TreeMap<>())
                        .computeIfAbsent(Frame.of(image.path()).series(), name -> new ArrayList<>())
                        .add(image));
        Map<String, List<LabelledImage>> all = new TreeMap<>();
        for (Map<String, List<LabelledImage>> series : byClass.values()) {
            boolean anyArc = series.values().stream().anyMatch(frames -> arc(frames, share) > 0);
            all.putAll(anyArc ? series : asOne(series));
        }
        return all;
    }

    private static Map<String, List<LabelledImage>> asOne(Map<String, List<LabelledImage>> series) {
        List<LabelledImage> frames =
                series.values().stream().flatMap(List::stream).toList();
        return Map.of(series.keySet().iterator().next(), frames);
    }

    private static int arc(List<LabelledImage> frames, double share) {
        return (int) Math.round(share * frames.size());
    }
}
