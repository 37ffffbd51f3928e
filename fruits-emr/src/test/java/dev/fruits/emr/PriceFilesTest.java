package dev.fruits.emr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.emr.plan.NodePrice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceFilesTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("deep/prices.csv");
    }

    private PriceFiles files() {
        return PriceFiles.of(Map.of(PriceFiles.VARIABLE, file().toString()));
    }

    private static PriceTable fetched(double price) {
        Map<PriceTable.Key, NodePrice> prices =
                Map.of(new PriceTable.Key("eu-west-3", "m5.xlarge"), new NodePrice(price, 0.05, "AWS, today"));
        return new PriceTable(LocalDate.parse("2026-12-01"), new TreeMap<>(prices));
    }

    @ParameterizedTest
    @CsvSource({"eu-west-3, 0.224", "eu-west-1, 0.214", "eu-central-1, 0.23", "eu-west-2, 0.222", "eu-north-1, 0.204"})
    void the_shipped_table_has_the_figures_that_were_noted(String region, double noted) {
        NodePrice price = files().known().price(region, "m5.xlarge").orElseThrow();

        assertThat(price.machine()).isEqualTo(noted);
        assertThat(price.hourly()).isEqualTo(noted + 0.048);
        assertThat(price.source())
                .isEqualTo("noted by the start-up, in the price list of 2026-11-26 that comes with fruits");
    }

    @Test
    void larger_machines_of_the_family_go_with_their_size_and_others_are_not_known() {
        PriceTable known = files().known();

        assertThat(known.price("eu-west-3", "m5.4xlarge").orElseThrow().hourly())
                .isEqualTo(
                        4 * known.price("eu-west-3", "m5.xlarge").orElseThrow().hourly());
        assertThat(known.price("eu-west-3", "c5.xlarge")).isEmpty();
        assertThat(known.types("eu-west-3")).containsExactly("m5.2xlarge", "m5.4xlarge", "m5.xlarge");
        assertThat(known.regions("m5.xlarge"))
                .containsExactly("eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3");
        assertThat(known.types("eu-south-1")).isEmpty();
    }

    @Test
    void what_is_fetched_is_kept_and_goes_before_what_is_shipped() throws IOException {
        assertThat(files().keep(fetched(0.25)).price("eu-west-3", "m5.xlarge"))
                .contains(new NodePrice(0.25, 0.05, "AWS, today"));

        assertThat(files().known().price("eu-west-3", "m5.xlarge").orElseThrow().machine())
                .isEqualTo(0.25);
        assertThat(files().known().price("eu-west-1", "m5.xlarge").orElseThrow().machine())
                .isEqualTo(0.214);
        assertThat(Files.readString(file()))
                .contains("# date: 2026-12-01")
                .contains("eu-west-3,m5.xlarge,0.25,0.05,\"AWS, today\"")
                .doesNotContain("eu-west-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# date: yesterday\n",
                "# date: 2026-12-01\na,b\n",
                "# date: 2026-12-01\nregion,type,ec2,emr,source\neu-west-3,m5.xlarge,free,0,x\n",
                "# date: 2026-12-01\nregion,type,ec2,emr,source\neu-west-3\n"
            })
    void a_table_that_is_none_is_refused_with_its_place(String text) throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        Files.writeString(file(), text);

        assertThatThrownBy(() -> files().known())
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("price list " + file() + ": cannot be read (")
                .hasMessageEndingWith("; fix it or delete it");
    }
}
