package dev.fruits.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.aws.server.FaultyProxy;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class S3ClientsTest {
    private static final Location LOCATION = new Location("s3://fruits/photos");
    private static final List<String> SURROUNDINGS =
            List.of("aws.region", "aws.configFile", "aws.sharedCredentialsFile", "aws.disableEc2Metadata");

    @BeforeEach
    void a_machine_that_knows_no_region(@TempDir Path empty) {
        System.setProperty("aws.configFile", empty.resolve("none").toString());
        System.setProperty("aws.sharedCredentialsFile", empty.resolve("none").toString());
        System.setProperty("aws.disableEc2Metadata", "true");
    }

    @AfterEach
    void as_it_was() {
        SURROUNDINGS.forEach(System::clearProperty);
    }

    private static Region region(S3Client client) {
        return client.serviceClientConfiguration().region();
    }

    private static StoreSettings at(@Nullable String region, @Nullable String endpoint) {
        return new StoreSettings(region, endpoint, null, null, null, null);
    }

    @Test
    void equal_settings_share_one_client() {
        S3Client first = S3Clients.of(at("eu-west-3", null), LOCATION);

        assertThat(S3Clients.of(at("eu-west-3", null), LOCATION)).isSameAs(first);
        assertThat(S3Clients.of(at("eu-west-1", null), LOCATION)).isNotSameAs(first);
    }

    @Test
    void the_region_that_is_said_goes_before_that_of_the_machine() {
        System.setProperty("aws.region", "eu-north-1");

        assertThat(region(S3Clients.of(at("eu-west-2", null), LOCATION))).isEqualTo(Region.EU_WEST_2);
        assertThat(region(S3Clients.of(at(null, "http://store-one:9000"), LOCATION)))
                .isEqualTo(Region.EU_NORTH_1);
    }

    @Test
    void the_region_of_the_machine_is_where_the_aws_command_line_has_it() {
        Map<String, String> environment = Map.of("AWS_DEFAULT_REGION", "eu-west-3");

        assertThat(S3Clients.region(at(null, null), LOCATION, environment)).isEqualTo(Region.EU_WEST_3);
        assertThat(S3Clients.region(at(null, "http://store-three:9000"), LOCATION, environment))
                .isEqualTo(Region.EU_WEST_3);
    }

    @Test
    void a_store_of_ones_own_needs_no_region() {
        assertThat(region(S3Clients.of(at(null, "http://store-two:9000"), LOCATION)))
                .isEqualTo(Region.US_EAST_1);
    }

    @Test
    void without_any_region_it_is_one_line() {
        assertThatThrownBy(() -> S3Clients.of(at(null, null), LOCATION))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("region: unknown for s3://fruits/photos; pass --region, or set AWS_REGION");
    }

    @Test
    void a_reader_that_pays_says_so_with_each_request() throws IOException {
        try (FaultyProxy proxy = SharedServer.proxy()) {
            StoreSettings pays = new StoreSettings("us-east-1", proxy.endpoint().toString(), true, null, null, true);
            SharedServer.put("paid/a/1.jpg", new byte[] {1});

            new S3ImageSource(SharedServer.location("paid"), pays).list();

            assertThat(proxy.headers("x-amz-request-payer")).isNotEmpty().containsOnly("requester");
        }
    }
}
