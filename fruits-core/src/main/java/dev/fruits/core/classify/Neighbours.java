package dev.fruits.core.classify;

import dev.fruits.core.WrongUseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The training images nearest to one image.
 *
 * @param nearest at least one, by rising distance, equals in the order of the training images
 */
public record Neighbours(List<Neighbour> nearest) {
    /**
     * A training image.
     *
     * @param path of the image
     * @param label its class
     * @param distance to the query image, at least 0
     */
    public record Neighbour(String path, String label, double distance) {}

    public Neighbours {
        nearest = List.copyOf(nearest);
    }

    /**
     * The vote of the nearest {@code k}: a label's probability is its share of them. Where two labels have as many votes,
     * the one that has the nearer image comes first.
     *
     * @param k 1 to the number of neighbours
     * @return labels with a vote only; so for {@code k} = 1 the nearest alone, with probability 1
     */
    public Prediction vote(int k) {
        if (k < 1 || k > nearest.size()) {
            throw new WrongUseException(
                    "k " + k + ": must be 1 to " + nearest.size() + ", the number of neighbours found");
        }
        Map<String, Integer> votes = new LinkedHashMap<>();
        nearest.subList(0, k).forEach(neighbour -> votes.merge(neighbour.label(), 1, Integer::sum));
        List<LabelProbability> shares = votes.entrySet().stream()
                .map(vote -> new LabelProbability(vote.getKey(), (double) vote.getValue() / k))
                .sorted(Comparator.comparingDouble(LabelProbability::probability)
                        .reversed())
                .toList();
        return new Prediction(shares);
    }
}
