package dev.fruits.core.image;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://KEY:SECRET@bucket/photos",
                "s3://KEY:SE/CRET@bucket",
                "s3://SECRET@bucket",
                "s3://KEY:SECRET"
            })
    void credentials_are_refused_and_not_repeated(String text) {
        assertThatThrownBy(() -> new Location(text).requireNoCredentials("folder", "set AWS_PROFILE"))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("folder s3://…: credentials do not belong in a location, which manifests show;"
                        + " set AWS_PROFILE");
    }

    @Test
    void ports_and_at_signs_elsewhere_are_no_credentials() {
        for (String text : new String[] {"hdfs://name:8020/a", "s3://bucket/a@b:c", "photos@home:x", "file:///a@b"}) {
            assertThatCode(() -> new Location(text).requireNoCredentials("images", "none"))
                    .doesNotThrowAnyException();
        }
    }
}
