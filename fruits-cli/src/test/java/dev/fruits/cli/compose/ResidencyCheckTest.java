package dev.fruits.cli.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.fruits.cli.fake.FakeStorage;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.Residency;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidencyCheckTest {
    private static ResidencyCheck check(Residency residency) {
        return new ResidencyCheck(new Storages(List.of(new FakeStorage()), StoreSettings.DEFAULT), residency);
    }

    @Test
    void what_is_in_the_eu_is_noted() throws IOException {
        ResidencyCheck check = check(Residency.EU);

        check.require("images", new Location("fake://paris/photos"));
        check.requireKey("key:paris");
        check.requireRegion("cluster region", "paris");

        assertThat(check.decisions())
                .containsExactly(
                        entry("residency-images", "paris, verified"),
                        entry("residency-kms-key", "paris"),
                        entry("residency-cluster-region", "paris"));
    }

    @Test
    void a_place_on_this_machine_is_not_asked_for() throws IOException {
        ResidencyCheck check = check(Residency.EU);

        check.require("images", new Location("photos/virginia"));

        assertThat(check.decisions()).isEmpty();
    }

    @Test
    void a_store_that_nothing_here_knows_is_refused() throws IOException {
        ResidencyCheck check = check(Residency.EU);
        check.require("out", new Location("hdfs://cluster/out"));

        assertThatThrownBy(() -> check.require("out", new Location("gs://bucket/out")))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("out gs://bucket/out: is in a region that is not known");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EU          | virginia | out fake://virginia: is in virginia, outside the EU, and residency is eu; move it to a region in the EU, or allow it with residency any
            EU          | london   | out fake://london: is in london, outside the EU, and residency is eu; move it, or allow London and Zurich with residency eu-adequate
            EU_ADEQUATE | virginia | out fake://virginia: is in virginia, outside the EU, and residency is eu-adequate; move it to a region in the EU, or allow it with residency any
            EU          | nowhere  | out fake://nowhere: is in a region that is not known, and residency is eu; name its region (--region, 'region' under 'store'), or allow it with residency any
            """)
    void what_lies_outside_is_refused_and_named(Residency residency, String city, String message) {
        assertThatThrownBy(() -> check(residency).require("out", new Location("fake://" + city)))
                .isInstanceOf(WrongUseException.class)
                .hasMessage(message);
    }

    @Test
    void a_key_elsewhere_or_without_a_region_is_refused() {
        assertThatThrownBy(() -> check(Residency.EU).requireKey("key:virginia"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("kms-key: is in virginia, outside the EU");
        assertThatThrownBy(() -> check(Residency.EU).requireKey("alias/mine"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("kms-key: is in a region that is not known");
    }

    @Test
    void london_is_admitted_where_it_is_asked_for() throws IOException {
        ResidencyCheck check = check(Residency.EU_ADEQUATE);

        check.require("out", new Location("fake://london"));

        assertThat(check.decisions()).containsEntry("residency-out", "london, verified");
    }

    @Test
    void a_store_that_does_not_answer_ends_the_run_only_where_it_matters() throws IOException {
        Location place = new Location("fake://unreachable");
        check(Residency.ANY).require("out", place);

        assertThatThrownBy(() -> check(Residency.EU).require("out", place))
                .isInstanceOf(IOException.class)
                .hasMessage("out fake://unreachable: does not answer");
    }
}
