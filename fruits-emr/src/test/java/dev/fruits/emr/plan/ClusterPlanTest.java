package dev.fruits.emr.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClusterPlanTest {
    /** One node makes 10 images/s; 18 minutes do not depend on the number of nodes; a machine costs 1 USD an hour. */
    private static final CostModel MODEL = new CostModel(
            new Throughput(2.5, Duration.ofMinutes(15), Duration.ofMinutes(3), 0),
            new NodePrice(0.8, 0.2, "test"),
            new NodePrice(0.8, 0.2, "test"),
            new NodeType("m5.xlarge", 4, 16));

    /** An hour of work for one node. */
    private static final Workload HOUR = new Workload(36_000, 1);

    private static ClusterPlan plan(@Nullable Integer nodes, @Nullable Integer minutes, @Nullable Double budget) {
        Duration within = minutes == null ? null : Duration.ofMinutes(minutes);
        return ClusterPlan.of(MODEL, HOUR, new PlanLimits(nodes, within, budget));
    }

    @Test
    void there_is_a_row_for_1_2_4_and_8_nodes_and_for_what_is_asked() {
        assertThat(plan(null, null, null).estimates())
                .extracting(ClusterEstimate::workers)
                .containsExactly(1, 2, 4, 8);
        assertThat(plan(3, null, null).estimates())
                .extracting(ClusterEstimate::workers)
                .containsExactly(1, 2, 3, 4, 8);
        assertThat(plan(2, null, null).estimates()).hasSize(4);
    }

    @Test
    void unasked_it_takes_the_fewest_nodes_whose_doubling_saves_less_than_a_quarter() {
        // 78, 48, 33, 25.5 minutes: doubling saves 38 %, 31 %, 23 %.
        assertThat(plan(null, null, null).choice().workers()).isEqualTo(4);
    }

    @Test
    void a_small_run_takes_one_node() {
        ClusterPlan plan = ClusterPlan.of(MODEL, new Workload(600, 1), PlanLimits.NONE);

        assertThat(plan.choice().workers()).isOne();
    }

    @Test
    void a_very_large_run_takes_the_most_that_are_reckoned() {
        ClusterPlan plan = ClusterPlan.of(MODEL, new Workload(36_000_000, 1), PlanLimits.NONE);

        assertThat(plan.choice().workers()).isEqualTo(8);
        assertThat(plan.reason()).isEqualTo("more nodes would save more time; --nodes takes any number");
    }

    @Test
    void the_reason_is_that_of_the_choice() {
        assertThat(plan(null, null, null).reason())
                .isEqualTo("twice as many would save less than a quarter of the time");
        assertThat(plan(null, null, 2.50).reason())
                .isEqualTo("within the budget, more nodes would save more time; --nodes takes any number");
        assertThat(plan(null, null, 100.0).reason())
                .isEqualTo("within the budget, twice as many would save less than a quarter of the time");
        assertThat(plan(null, 40, null).reason()).isEqualTo("the cheapest that ends in time");
    }

    @Test
    void with_a_time_it_takes_the_cheapest_that_ends_in_it() {
        // 2.60, 2.40, 2.75, 3.83 USD.
        assertThat(plan(null, 80, null).choice().workers()).isEqualTo(2);
        assertThat(plan(null, 40, null).choice().workers()).isEqualTo(4);
        assertThat(plan(null, 26, null).choice().workers()).isEqualTo(8);
    }

    @Test
    void a_time_that_none_keeps_is_refused_with_what_does_not_depend_on_nodes() {
        assertThatThrownBy(() -> plan(null, 20, null).choice())
                .isInstanceOf(WrongUseException.class)
                .hasMessage(
                        "within 20.0 min: 8 core nodes take 25.5 min, of which 18.0 min do not depend on their number;"
                                + " allow more time or ask for more with --nodes");
    }

    @Test
    void a_budget_leaves_out_what_costs_more() {
        assertThat(plan(null, null, 2.50).choice().workers()).isEqualTo(2);
    }

    @Test
    void a_budget_below_every_estimate_is_refused_with_the_cheapest() {
        assertThatThrownBy(() -> plan(null, null, 1.0).choice())
                .isInstanceOf(WrongUseException.class)
                .hasMessage(
                        "budget 1.00 USD: is below the estimate of 2.40 USD for 2 core nodes; allow that, fewer images"
                                + " or a cheaper type");
    }

    @Test
    void a_budget_below_what_is_asked_names_what_it_allows() {
        assertThatThrownBy(() -> plan(8, null, 2.50).choice())
                .isInstanceOf(WrongUseException.class)
                .hasMessage("budget 2.50 USD: is below the estimate of 3.83 USD for 8 core nodes; allow that, or take"
                        + " --nodes 2 (2.40 USD)");
    }

    @Test
    void what_is_asked_is_taken() {
        ClusterPlan plan = plan(8, null, null);

        assertThat(plan.choice().workers()).isEqualTo(8);
        assertThat(plan.reason()).isEqualTo("as asked");
    }

    @Test
    void wishes_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> plan(0, null, null)).hasMessage("nodes 0: must be 1 to 256");
        assertThatThrownBy(() -> plan(null, 0, null)).hasMessage("within 0: must be more than 0 minutes");
        assertThatThrownBy(() -> plan(null, null, -1.0)).hasMessage("budget -1.0: must be more than 0 USD");
    }
}
