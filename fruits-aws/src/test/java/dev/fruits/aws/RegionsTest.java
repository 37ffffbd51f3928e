package dev.fruits.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.store.Jurisdiction;
import dev.fruits.core.store.Residency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

class RegionsTest {
    @ParameterizedTest
    @CsvSource({
        "eu-west-3, EU",
        "eusc-de-east-1, EU",
        "eu-west-2, EU_ADEQUATE",
        "eu-central-2, EU_ADEQUATE",
        "us-east-1, ELSEWHERE",
        "us-gov-west-1, ELSEWHERE",
        "ap-southeast-2, ELSEWHERE",
        "eu-west-9, UNKNOWN",
        "paris, UNKNOWN",
        "'', UNKNOWN"
    })
    void the_law_of_a_region_is_known(String region, Jurisdiction law) {
        assertThat(Regions.jurisdiction(region)).isEqualTo(law);
    }

    @Test
    void of_all_regions_that_the_sdk_knows_only_these_are_in_the_eu() {
        assertThat(Region.regions().stream()
                        .map(Region::id)
                        .filter(region -> Regions.jurisdiction(region) == Jurisdiction.EU))
                .containsExactlyInAnyOrder(
                        "eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3");
    }

    @Test
    void london_is_admitted_only_where_it_is_asked_for() {
        assertThat(Regions.admittedBy(Residency.EU)).doesNotContain("eu-west-2").contains("eu-west-3");
        assertThat(Regions.admittedBy(Residency.EU_ADEQUATE)).contains("eu-west-2", "eu-central-2");
    }
}
