package dev.fruits.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.Jurisdiction;
import dev.fruits.core.store.LocationReport;
import dev.fruits.core.store.ResidencyInspector;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server answers as Amazon does to somebody whom it does not know. */
class S3ResidencyTest {
    /** Status and region by bucket. */
    private static final Map<String, Map.Entry<Integer, String>> BUCKETS = Map.of(
            "open-one", Map.entry(200, "eu-west-3"),
            "closed-one", Map.entry(403, "eu-north-1"),
            "moved-one", Map.entry(301, "us-east-1"),
            "silent-one", Map.entry(403, ""),
            "terse-one", Map.entry(200, ""));

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private URI amazon;
    private BucketRegion regions;

    @BeforeEach
    void a_server_answers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        amazon = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        regions = new BucketRegion("eu-west-3", amazon);
    }

    @AfterEach
    void the_server_ends() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String bucket = exchange.getRequestURI().getPath().substring(1);
        asked.add(exchange.getRequestMethod() + " " + bucket + " "
                + exchange.getRequestHeaders().containsKey("Authorization"));
        Map.Entry<Integer, String> known = BUCKETS.getOrDefault(bucket, Map.entry(404, ""));
        if (!known.getValue().isEmpty()) {
            exchange.getResponseHeaders().add("x-amz-bucket-region", known.getValue());
        }
        exchange.sendResponseHeaders(known.getKey(), -1);
        exchange.close();
    }

    @Test
    void anybody_learns_the_region_of_a_bucket_even_from_a_refusal() throws IOException {
        assertThat(regions.of("open-one")).contains("eu-west-3");
        assertThat(regions.of("closed-one")).contains("eu-north-1");
        assertThat(regions.of("moved-one")).contains("us-east-1");
        assertThat(asked).containsExactly("HEAD open-one false", "HEAD closed-one false", "HEAD moved-one false");
    }

    @Test
    void a_bucket_that_answers_without_its_region_is_where_it_was_asked() throws IOException {
        assertThat(regions.of("terse-one")).contains("eu-west-3");
    }

    @Test
    void a_bucket_that_is_not_there_is_wrong_use() throws IOException {
        assertThat(regions.of("no-such-one")).isEqualTo(Optional.empty());
        ResidencyInspector inspector = new S3Residency(StoreSettings.DEFAULT, amazon);
        assertThatThrownBy(() -> inspector.inspect("out", new Location("s3://no-such-one/results")))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("out s3://no-such-one/results: bucket 'no-such-one' not found; check its name");
    }

    @Test
    void a_refusal_without_a_region_is_no_answer() {
        assertThatThrownBy(() -> regions.of("silent-one"))
                .isInstanceOf(IOException.class)
                .hasMessage("bucket silent-one: its region is unknown (status 403); run with residency any, or"
                        + " check the name");
    }

    @Test
    void behind_an_endpoint_of_ones_own_the_region_is_what_the_settings_say() throws IOException {
        StoreSettings declared = new StoreSettings("eu-west-3", "http://127.0.0.1:1", true, null, null, null);
        StoreSettings silent = new StoreSettings(null, "http://127.0.0.1:1", true, null, null, null);
        Location place = new Location("s3a://bucket/photos");

        assertThat(new S3Residency(declared, null).inspect("images", place))
                .isEqualTo(new LocationReport("eu-west-3", Jurisdiction.EU, false, List.of()))
                .hasToString("eu-west-3, as declared");
        assertThat(new S3Residency(silent, null).inspect("images", place).jurisdiction())
                .isEqualTo(Jurisdiction.UNKNOWN);
    }

    @Test
    void the_arn_of_a_key_says_where_it_is_and_an_alias_is_where_the_store_is() {
        ResidencyInspector inspector =
                new S3Residency(new StoreSettings("eu-west-1", null, null, null, null, null), null);

        assertThat(inspector.regionOfKey("arn:aws:kms:us-east-1:123456789012:key/1234"))
                .isEqualTo("us-east-1");
        assertThat(inspector.regionOfKey("alias/fruits")).isEqualTo("eu-west-1");
        assertThat(new S3Residency(StoreSettings.DEFAULT, null).regionOfKey("alias/fruits"))
                .isEmpty();
    }
}
