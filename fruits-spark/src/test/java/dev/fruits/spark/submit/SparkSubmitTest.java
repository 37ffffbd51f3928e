package dev.fruits.spark.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SparkSubmitTest {
    private static void require(String scalaVersion, String sparkVersion) {
        Properties built = new Properties();
        built.setProperty("scala", "2.12");
        built.setProperty("spark", "3.5.5");
        SparkSubmit.requireLine(built, scalaVersion, sparkVersion);
    }

    @Test
    void every_release_with_the_same_scala_line_is_accepted() {
        assertThatCode(() -> require("2.12.18", "3.5.6")).doesNotThrowAnyException();
    }

    @Test
    void another_scala_line_is_refused_with_both_lines_and_the_remedy() {
        assertThatThrownBy(() -> require("2.13.16", "4.0.2"))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("Spark 4.0.2 with Scala 2.13.16: this jar was built for Scala 2.12 (Spark 3.5.5); use the"
                        + " jar of the other line: ./mvnw package -pl fruits-spark-emr -am, with -Pspark4 for Spark 4");
        assertThatThrownBy(() -> require("2.120.1", "9")).isInstanceOf(WrongUseException.class);
    }

    @Test
    void this_module_runs_on_the_line_that_it_was_compiled_for() {
        SparkSubmit.requireCompatible();
        assertThat(SparkSubmit.builtFor().getProperty("spark"))
                .isEqualTo(org.apache.spark.package$.MODULE$.SPARK_VERSION());
    }
}
