package dev.fruits.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.store.Jurisdiction;
import dev.fruits.core.store.Residency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

class RegionsTest {
    @ParameterizedTest
    @CsvSource({
        "eu-west-3, true, true",
        "eu-south-2, true, true",
        "eusc-de-east-1, true, true",
        "eu-west-2, false, true",
        "eu-central-2, false, true",
        "us-east-1, false, false",
        "eu-west-9, false, false"
    })
    void london_and_zurich_are_outside_the_union_and_adequate(String region, boolean eu, boolean adequate) {
        assertThat(Regions.isWithin(region, Residency.EU)).isEqualTo(eu);
        assertThat(Regions.isWithin(region, Residency.EU_ADEQUATE)).isEqualTo(adequate);
        assertThat(Regions.isWithin(region, Residency.ANY)).isTrue();
    }

    @Test
    void a_region_outside_is_refused_with_those_inside() {
        assertThatThrownBy(() -> Regions.require("eu-west-2", Residency.EU))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("region eu-west-2 (London): is outside residency eu; take one of eu-central-1, eu-north-1,"
                        + " eu-south-1, eu-south-2, eu-west-1, eu-west-3, eusc-de-east-1, or another --residency");
        assertThatThrownBy(() -> Regions.require("us-east-1", Residency.EU_ADEQUATE))
                .hasMessageStartingWith(
                        "region us-east-1: is outside residency eu-adequate; take one of eu-central-1,");
    }

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
}
