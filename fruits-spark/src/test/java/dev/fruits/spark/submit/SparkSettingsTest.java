package dev.fruits.spark.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.spi.EngineSettings;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.spark.LocalSpark;
import dev.fruits.spark.engine.SparkEngine;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkSettingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spark.executor.memory | 300m | spark: [INVALID_EXECUTOR_MEMORY] Executor memory 314572800 must be at least",
                "spark.executor.memory | lots | spark: ",
                "spark.master | sprak://host:7077 | spark: Could not parse Master URL: 'sprak://host:7077'",
                "spark.task.cpus | two | spark: spark.task.cpus should be int, but was two; correct that setting",
            })
    void a_setting_that_spark_rejects_at_its_start_is_wrong_use(String key, String value, String message) {
        LocalSpark.session().stop();
        System.setProperty("spark.driver.host", "127.0.0.1");
        System.setProperty("spark.driver.bindAddress", "127.0.0.1");
        System.setProperty(key, value);
        try {
            assertThatThrownBy(() -> SparkEngine.open(EngineSettings.in(Path.of("unused"))))
                    .isInstanceOf(WrongUseException.class)
                    .hasMessageStartingWith(message)
                    .hasMessageEndingWith("; correct that setting")
                    .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
        } finally {
            System.clearProperty(key);
            System.clearProperty("spark.driver.host");
            System.clearProperty("spark.driver.bindAddress");
        }
    }

    @Test
    void settings_of_a_store_belong_to_the_session_and_not_to_the_process() {
        LocalSpark.session().stop();
        Properties before = (Properties) System.getProperties().clone();
        StoreSettings store = new StoreSettings("eu-west-3", "http://127.0.0.1:9000", true, null, null, null);
        EngineSettings settings = new EngineSettings(1, Path.of("unused"), false, store);

        SparkEngine engine = SparkEngine.open(settings);
        SparkConf used = SparkSession.active().sparkContext().conf();
        engine.close();

        assertThat(used.get("spark.hadoop.fs.s3a.endpoint")).isEqualTo("http://127.0.0.1:9000");
        assertThat(used.get("spark.hadoop.fs.s3a.endpoint.region")).isEqualTo("eu-west-3");
        assertThat(System.getProperties()).isEqualTo(before);
        assertThat(LocalSpark.session().sparkContext().conf().contains("spark.hadoop.fs.s3a.endpoint"))
                .isFalse();
    }

    @Test
    void a_setting_of_fruits_that_is_no_number_is_wrong_use() {
        SparkConf conf = new SparkConf(false).set("spark.fruits.readers", "many");

        assertThatThrownBy(() -> SparkSettings.checked(() -> conf.getInt("spark.fruits.readers", 4)))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("spark: Illegal value for config key spark.fruits.readers: For input string: \"many\";"
                        + " correct that setting");
    }
}
