package dev.fruits.emr.plan;

import dev.fruits.core.WrongUseException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Estimates for 1, 2, 4 and 8 nodes, and a recommendation: the requested number of nodes; else, of those within the
 * budget, the cheapest that ends within the time limit; without one, the fewest whose doubling would save less than a
 * quarter of the time.
 *
 * @param estimates by number of nodes
 */
public record ClusterPlan(Workload workload, List<ClusterEstimate> estimates, PlanLimits limits) {
    private static final List<Integer> SIZES = List.of(1, 2, 4, 8);
    private static final double WORTHWHILE = 0.25;

    public ClusterPlan {
        estimates = List.copyOf(estimates);
    }

    /** Estimates for 1, 2, 4 and 8 nodes, and for the requested number. */
    public static ClusterPlan of(CostModel model, Workload workload, PlanLimits limits) {
        Stream<Integer> asked = Stream.ofNullable(limits.nodes());
        List<ClusterEstimate> estimates = Stream.concat(SIZES.stream(), asked)
                .distinct()
                .sorted()
                .map(workers -> model.estimate(workload, workers))
                .toList();
        return new ClusterPlan(workload, estimates, limits);
    }

    /**
     * The recommendation.
     *
     * @throws WrongUseException if none is within time and budget; the message says what would be
     */
    public ClusterEstimate choice() {
        List<ClusterEstimate> affordable =
                candidates().stream().filter(limits::allowsCost).toList();
        if (affordable.isEmpty()) {
            throw tooDear();
        }
        List<ClusterEstimate> timely =
                affordable.stream().filter(limits::allowsTime).toList();
        if (timely.isEmpty()) {
            throw tooSlow(affordable);
        }
        return limits.within() == null ? knee(timely) : cheapest(timely);
    }

    /**
     * Why that one, for a person.
     *
     * @throws WrongUseException as {@link #choice()}
     */
    public String reason() {
        if (limits.nodes() != null) {
            return "as asked";
        }
        String budget = limits.budget() == null ? "" : "within the budget, ";
        return budget + (limits.within() == null ? reasonOfKnee() : "the cheapest that ends in time");
    }

    private String reasonOfKnee() {
        ClusterEstimate choice = choice();
        ClusterEstimate most = estimates.get(estimates.size() - 1);
        boolean isLast = choice.equals(most) || !doublingIsAffordable(choice);
        return isLast
                ? "more nodes would save more time; --nodes takes any number"
                : "twice as many would save less than a quarter of the time";
    }

    private boolean doublingIsAffordable(ClusterEstimate choice) {
        return estimates.stream()
                .filter(estimate -> estimate.workers() > choice.workers())
                .anyMatch(limits::allowsCost);
    }

    private List<ClusterEstimate> candidates() {
        return estimates.stream()
                .filter(estimate -> limits.nodes() == null || limits.nodes() == estimate.workers())
                .toList();
    }

    /** {@code of}, where there is no larger one to compare with, is the last. */
    private static ClusterEstimate knee(List<ClusterEstimate> of) {
        return IntStream.range(0, of.size() - 1)
                .filter(i -> saving(of.get(i), of.get(i + 1)) < WORTHWHILE)
                .mapToObj(of::get)
                .findFirst()
                .orElseGet(() -> of.get(of.size() - 1));
    }

    private static double saving(ClusterEstimate from, ClusterEstimate to) {
        return 1 - (double) to.total().toMillis() / Math.max(1, from.total().toMillis());
    }

    private static ClusterEstimate cheapest(List<ClusterEstimate> of) {
        return of.stream()
                .min(Comparator.comparingDouble(ClusterEstimate::cost))
                .orElseThrow();
    }

    private WrongUseException tooDear() {
        ClusterEstimate least = cheapest(candidates());
        ClusterEstimate elsewhere = cheapest(estimates);
        String smaller = limits.allowsCost(elsewhere) && elsewhere.workers() != least.workers()
                ? ", or take --nodes " + elsewhere.workers() + " (" + usd(elsewhere.cost()) + ")"
                : ", fewer images or a cheaper type";
        return new WrongUseException(
                "budget " + usd(Objects.requireNonNull(limits.budget())) + ": is below the estimate of "
                        + usd(least.cost()) + " for " + nodes(least) + "; allow that" + smaller);
    }

    private WrongUseException tooSlow(List<ClusterEstimate> affordable) {
        ClusterEstimate fastest = affordable.stream()
                .min(Comparator.comparing(ClusterEstimate::total))
                .orElseThrow();
        return new WrongUseException("within " + minutes(Objects.requireNonNull(limits.within())) + ": "
                + nodes(fastest) + " take " + minutes(fastest.total()) + ", of which "
                + minutes(fastest.startUp().plus(fastest.fixed())) + " do not depend on their number; allow more time"
                + (limits.budget() == null ? " or ask for more with --nodes" : " or a larger --budget"));
    }

    private static String nodes(ClusterEstimate estimate) {
        return estimate.workers() == 1 ? "1 core node" : estimate.workers() + " core nodes";
    }

    private static String usd(double amount) {
        return String.format(Locale.ROOT, "%.2f USD", amount);
    }

    private static String minutes(Duration time) {
        return String.format(Locale.ROOT, "%.1f min", time.toMillis() / 60_000.0);
    }
}
