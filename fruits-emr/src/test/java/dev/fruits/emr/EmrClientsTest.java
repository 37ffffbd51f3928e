package dev.fruits.emr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmrClientsTest {
    @Test
    void the_region_of_status_and_stop_is_where_the_aws_command_line_has_it() {
        Map<String, String> environment = Map.of("AWS_DEFAULT_REGION", "eu-west-3");

        assertThat(EmrClients.region(null, environment)).isEqualTo("eu-west-3");
        assertThat(EmrClients.region("eu-north-1", environment)).isEqualTo("eu-north-1");
    }

    @Test
    void without_any_region_it_is_one_line() {
        assertThatThrownBy(() -> EmrClients.region(null, Map.of("AWS_EC2_METADATA_DISABLED", "true")))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("region: none known for EMR; pass --region, or set AWS_REGION");
    }
}
