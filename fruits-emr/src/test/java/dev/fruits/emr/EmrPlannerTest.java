package dev.fruits.emr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.sink.Document;
import dev.fruits.core.store.Residency;
import dev.fruits.emr.plan.ClusterPlanner;
import dev.fruits.emr.plan.NodeType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmrPlannerTest {
    private final ClusterPlanner planner = Emr.planner(Map.of());

    @ParameterizedTest
    @CsvSource({"m5.xlarge, 4, 16", "m6g.2xlarge, 8, 32", "r5d.4xlarge, 16, 128", "c7i-flex.4xlarge, 16, 32"})
    void the_name_of_a_type_tells_its_size(String name, int vCpus, int memory) {
        assertThat(planner.nodeType(name)).isEqualTo(new NodeType(name, vCpus, memory));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"m5.large", "t3.xlarge", "m5.100xlarge", "m5.999999999999xlarge", "m4.xlarge", "xlarge", ""})
    void a_type_that_is_not_known_is_refused(String name) {
        assertThatThrownBy(() -> planner.nodeType(name))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("type " + name + ": is not a type of the families c, m and r")
                .hasMessageEndingWith("give one such as m5.xlarge");
    }

    @Test
    void a_release_goes_with_the_spark_of_the_jar() {
        assertThat(planner.release("3.5")).isEqualTo("emr-7.13.0");
        assertThat(planner.release("4.0")).isEqualTo("emr-spark-8.0.0");
        assertThatThrownBy(() -> planner.release("2.4"))
                .hasMessage("spark 2.4: no release of EMR is known for it; give one of 3.5, 4.0");
    }

    @Test
    void a_region_must_be_one_and_where_data_may_be() {
        planner.requireRegion("eu-west-3", Residency.EU);
        assertThatThrownBy(() -> planner.requireRegion("paris", Residency.ANY))
                .hasMessage("region paris: is no region's name; give one such as eu-west-3");
        assertThatThrownBy(() -> planner.requireRegion("us-east-1", Residency.EU))
                .hasMessageStartingWith("region us-east-1: is outside residency eu");
    }

    @Test
    void three_files_say_what_would_be_made() {
        assertThat(planner.documents(Specs.plain()))
                .extracting(Document::name)
                .containsExactly("run-job-flow.json", "create-cluster.sh", "cloudformation.yaml");
    }
}
