package dev.fruits.emr.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterAccessTest {
    private static ClusterAccess with(String key) {
        return new ClusterAccess("service", "machine", null, null, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234abcd", "alias/mine", "arn:aws:kms:eu-west-3:111122223333:alias/mine"})
    void a_key_that_roles_cannot_name_is_refused(String key) {
        assertThatThrownBy(() -> with(key))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("kms-key " + key + ": the roles of a cluster name keys by ARN; give"
                        + " arn:aws:kms:REGION:ACCOUNT:key/ID, which aws kms describe-key --key-id KEY tells");
    }

    @Test
    void the_arn_of_a_key_is_one() {
        assertThat(with("arn:aws:kms:eu-west-3:111122223333:key/1234abcd").kmsKey())
                .isEqualTo("arn:aws:kms:eu-west-3:111122223333:key/1234abcd");
    }
}
