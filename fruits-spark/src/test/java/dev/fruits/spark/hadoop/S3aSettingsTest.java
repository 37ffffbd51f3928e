package dev.fruits.spark.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.fruits.core.image.Location;
import dev.fruits.core.spi.EngineProvider;
import dev.fruits.core.store.S3aSettings;
import dev.fruits.core.store.StoreEncryption;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.spark.engine.SparkEngineProvider;
import java.util.Map;
import java.util.Properties;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class S3aSettingsTest {
    private static final StoreSettings ALL =
            new StoreSettings("eu-west-3", "http://127.0.0.1:9000", true, StoreEncryption.SSE_KMS, "a-key", true);

    @Test
    void every_setting_has_its_name_on_s3a() {
        assertThat(S3aSettings.of(ALL))
                .containsOnly(
                        entry("spark.hadoop.fs.s3a.endpoint.region", "eu-west-3"),
                        entry("spark.hadoop.fs.s3a.endpoint", "http://127.0.0.1:9000"),
                        entry("spark.hadoop.fs.s3a.path.style.access", "true"),
                        entry("spark.hadoop.fs.s3a.encryption.algorithm", "SSE-KMS"),
                        entry("spark.hadoop.fs.s3a.encryption.key", "a-key"),
                        entry("spark.hadoop.fs.s3a.requester.pays.enabled", "true"));
        assertThat(S3aSettings.of(new StoreSettings(null, null, null, StoreEncryption.SSE_S3, null, null)))
                .containsOnly(entry("spark.hadoop.fs.s3a.encryption.algorithm", "AES256"));
        assertThat(S3aSettings.of(StoreSettings.DEFAULT)).isEmpty();
    }

    @Test
    void what_the_engine_adopts_reaches_the_driver_before_a_session_and_every_session_after() {
        Properties before = (Properties) System.getProperties().clone();
        EngineProvider provider = new SparkEngineProvider();
        try {
            provider.adopt(ALL);

            Map<String, String> expected = S3aSettings.of(ALL);
            expected.forEach(
                    (name, value) -> assertThat(System.getProperty(name)).isEqualTo(value));
            assertThat(new SparkConf(true).get("spark.hadoop.fs.s3a.endpoint")).isEqualTo("http://127.0.0.1:9000");
            assertThat(HadoopPlace.of("out", new Location("s3://bucket/out")).path())
                    .hasToString("s3a://bucket/out");
        } finally {
            System.setProperties(before);
        }
    }
}
