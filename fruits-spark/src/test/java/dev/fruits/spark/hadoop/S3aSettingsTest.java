package dev.fruits.spark.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreEncryption;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class S3aSettingsTest {
    private static final StoreSettings ALL =
            new StoreSettings("eu-west-3", "http://127.0.0.1:9000", true, StoreEncryption.SSE_KMS, "a-key", true);

    @Test
    void every_setting_has_its_name_on_s3a() {
        assertThat(S3aSettings.of(ALL))
                .containsOnly(
                        entry("fs.s3a.endpoint.region", "eu-west-3"),
                        entry("fs.s3a.endpoint", "http://127.0.0.1:9000"),
                        entry("fs.s3a.path.style.access", "true"),
                        entry("fs.s3a.encryption.algorithm", "SSE-KMS"),
                        entry("fs.s3a.encryption.key", "a-key"),
                        entry("fs.s3a.requester.pays.enabled", "true"));
        assertThat(S3aSettings.of(new StoreSettings(null, null, null, StoreEncryption.SSE_S3, null, null)))
                .containsOnly(entry("fs.s3a.encryption.algorithm", "AES256"));
        assertThat(S3aSettings.of(StoreSettings.DEFAULT)).isEmpty();
    }

    @Test
    void they_reach_the_file_system_of_a_location() throws IOException {
        Location photos = new Location("file:///photos");

        assertThat(HadoopLocation.of("images", photos, ALL).configuration().get("fs.s3a.endpoint"))
                .isEqualTo("http://127.0.0.1:9000");
        assertThat(HadoopLocation.of("images", photos, StoreSettings.DEFAULT)
                        .configuration()
                        .get("fs.s3a.endpoint"))
                .isNotEqualTo("http://127.0.0.1:9000");
    }
}
