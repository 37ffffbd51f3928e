package dev.fruits.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSettingsTest {
    @Test
    void a_key_means_encryption_with_it() {
        assertThat(new StoreSettings(null, null, null, null, "arn:aws:kms:eu-west-3:1:key/2", null).encryption())
                .isEqualTo(StoreEncryption.SSE_KMS);
        assertThatThrownBy(() -> new StoreSettings(null, null, null, StoreEncryption.SSE_S3, "key", null))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("kms-key: is not used by encryption sse-s3; leave one of them out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Paris", "eu-west", "EU-WEST-3", ""})
    void a_region_that_is_none_is_refused(String region) {
        assertThatThrownBy(() -> new StoreSettings(region, null, null, null, null, null))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("region " + region + ": is no region's name; give one such as eu-west-3");
    }

    @Test
    void an_endpoint_with_credentials_is_refused_without_showing_them() {
        assertThatThrownBy(() -> new StoreSettings(null, "http://key:secret@host", null, null, null, null))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("without credentials")
                .hasMessageNotContaining("secret");
    }

    @Test
    void names_that_are_misspelt_are_told_the_right_one() {
        assertThatThrownBy(() -> StoreEncryption.of("sse-kmz"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("did you mean 'sse-kms'?")
                .hasMessageContaining("sse-s3, sse-kms");
        assertThatThrownBy(() -> Residency.of("europe"))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("residency europe: is not known; give one of eu, eu-adequate, any");
        assertThat(Residency.of("eu-adequate")).isEqualTo(Residency.EU_ADEQUATE);
    }
}
