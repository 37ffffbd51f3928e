package dev.fruits.spark.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import org.junit.jupiter.api.Test;

class SparkLineTest {
    private static final SparkLine LINE = new SparkLine("2.12", "3.5.5");

    @Test
    void every_release_with_the_same_scala_line_is_accepted() {
        assertThatCode(() -> LINE.require("2.12.18", "3.5.6")).doesNotThrowAnyException();
    }

    @Test
    void another_scala_line_is_refused_with_both_lines_and_the_remedy() {
        assertThatThrownBy(() -> LINE.require("2.13.16", "4.0.2"))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("Spark 4.0.2 with Scala 2.13.16: this jar was built for Scala 2.12 (Spark 3.5.5); use the"
                        + " jar of the other line: ./mvnw package -pl fruits-spark-emr -am, with -Pspark4 for Spark 4");
        assertThatThrownBy(() -> LINE.require("2.120.1", "9")).isInstanceOf(WrongUseException.class);
    }

    @Test
    void this_module_runs_on_the_line_that_it_was_compiled_for() {
        SparkSubmit.requireCompatible();
        assertThat(SparkLine.builtFor().spark()).isEqualTo(org.apache.spark.package$.MODULE$.SPARK_VERSION());
    }
}
