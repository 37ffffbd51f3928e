package dev.fruits.emr.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.WrongUseException;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostModelTest {
    private static final long SEED = 42;
    private static final double CENT_OF_A_CENT = 1e-4;

    /** What is reckoned, and of what. */
    record Case(CostModel model, Workload workload) {}

    static Stream<Case> cases() {
        Random random = new Random(SEED);
        return Stream.generate(() -> drawn(random)).limit(50);
    }

    private static Case drawn(Random random) {
        Throughput throughput = new Throughput(
                0.5 + 100 * random.nextDouble(),
                Duration.ofSeconds(random.nextInt(1200)),
                Duration.ofSeconds(random.nextInt(300)),
                0.2 * random.nextDouble());
        NodePrice price = new NodePrice(random.nextDouble(), random.nextDouble() / 4, "drawn");
        NodeType type = new NodeType("m5.xlarge", 1 << random.nextInt(6), 16);
        return new Case(
                new CostModel(throughput, price, price, type),
                new Workload(random.nextInt(2_000_000), random.nextInt() & 0xffff));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void more_nodes_are_never_slower(Case drawn) {
        for (int nodes = 1; nodes < 64; nodes++) {
            assertThat(drawn.model.estimate(drawn.workload, nodes + 1).total())
                    .isLessThanOrEqualTo(
                            drawn.model.estimate(drawn.workload, nodes).total());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_machine_is_paid_for_a_minute_at_least(Case drawn) {
        for (int nodes : new int[] {1, 2, 4, 8}) {
            ClusterEstimate estimate = drawn.model.estimate(drawn.workload, nodes);
            double minute = (nodes + 1) * drawn.model.worker().hourly() / 60;

            assertThat(estimate.cost()).isGreaterThanOrEqualTo(minute * (1 - 1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void more_images_take_longer_and_cost_more(Case drawn) {
        Workload twice = new Workload(2 * drawn.workload.images() + 1, drawn.workload.bytes());
        ClusterEstimate once = drawn.model.estimate(drawn.workload, 2);

        assertThat(drawn.model.estimate(twice, 2).total()).isGreaterThanOrEqualTo(once.total());
        assertThat(drawn.model.estimate(twice, 2).cost()).isGreaterThanOrEqualTo(once.cost());
    }

    @Test
    void the_primary_node_start_up_and_end_are_in_the_cost() {
        NodePrice price = new NodePrice(0.224, 0.048, "test");
        Throughput throughput = new Throughput(25, Duration.ofMinutes(15), Duration.ofMinutes(5), 0);
        CostModel model = new CostModel(throughput, price, price, new NodeType("m5.xlarge", 4, 16));

        ClusterEstimate estimate = model.estimate(new Workload(240_000, 0), 2);

        // 240,000 images at 200 images/s are 20 minutes; three machines for 40 minutes.
        assertThat(estimate.extraction()).isEqualTo(Duration.ofMinutes(20));
        assertThat(estimate.total()).isEqualTo(Duration.ofMinutes(40));
        assertThat(estimate.cost()).isCloseTo(3 * 0.272 * 40 / 60, within(CENT_OF_A_CENT));
        assertThat(estimate.costPerMillion()).isCloseTo(estimate.cost() / 0.24, within(CENT_OF_A_CENT));
        assertThat(estimate.costOfMillion())
                .isCloseTo(model.estimate(new Workload(1_000_000, 0), 2).cost(), within(CENT_OF_A_CENT));
    }

    @Test
    void seconds_are_billed_and_begun_ones_are_whole() {
        NodePrice price = new NodePrice(3600, 0, "test");
        CostModel model = new CostModel(Throughput.of(1), price, price, new NodeType("m5.xlarge", 4, 16));

        assertThat(model.cost(Duration.ofMillis(1), 1)).isEqualTo(120);
        assertThat(model.cost(Duration.ofMillis(60_001), 1)).isEqualTo(122);
    }

    @Test
    void no_images_cost_nothing_for_each_million() {
        NodePrice price = new NodePrice(1, 0, "test");
        CostModel model = new CostModel(Throughput.of(1), price, price, new NodeType("m5.xlarge", 4, 16));

        assertThat(model.estimate(new Workload(0, 0), 1).costPerMillion()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -3, Double.NaN, Double.POSITIVE_INFINITY})
    void a_rate_that_is_none_is_refused(double rate) {
        assertThatThrownBy(() -> Throughput.of(rate))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("rate " + rate + ": must be more than 0 images/s for each vCPU");
    }

    @Test
    void eight_nodes_are_assumed_to_do_the_work_of_seven() {
        assertThat(8 * Throughput.of(1).efficiency(8)).isCloseTo(7, within(0.05));
    }
}
