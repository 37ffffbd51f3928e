package dev.fruits.emr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.json.Json;
import dev.fruits.core.json.JsonFields;
import dev.fruits.emr.plan.NodePrice;
import dev.fruits.emr.plan.PlannedRun;
import dev.fruits.emr.plan.Plans;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Against a stand-in that answers as AWS's price list does. */
class AwsPriceListTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-12-01T10:00:00Z"));
    private static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret"));

    private final List<JsonFields> requests = new CopyOnWriteArrayList<>();
    private final List<String> targets = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String failure =
            "{\"__type\":\"AccessDeniedException\",\"message\":\"not authorized to perform: pricing:GetProducts\"}";

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        targets.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target")));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonFields request = JsonFields.parse("request", body);
        requests.add(request);
        byte[] text = (status == 200 ? page(request) : failure).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    /** A first page without a product that counts, then one with it; c5.xlarge is not sold. */
    private static String page(JsonFields request) {
        if (request.list("Filters").toString().contains("c5.xlarge")) {
            return Json.write(Map.of("FormatVersion", "aws_v1", "PriceList", List.of()));
        }
        if (!request.has("NextToken")) {
            return Json.write(Map.of(
                    "FormatVersion", "aws_v1", "PriceList", List.of(product("0.0000000000")), "NextToken", "more"));
        }
        boolean ec2 = request.string("ServiceCode").equals("AmazonEC2");
        return Json.write(Map.of(
                "FormatVersion", "aws_v1", "PriceList", List.of(product(ec2 ? "0.2240000000" : "0.0480000000"))));
    }

    private static String product(String usd) {
        return """
                {"product":{"productFamily":"Compute Instance","attributes":{"instanceType":"m5.xlarge"},"sku":"ABC"},
                 "serviceCode":"AmazonEC2",
                 "terms":{"OnDemand":{"ABC.JRTCKXETXF":{"priceDimensions":{"ABC.JRTCKXETXF.6YS6EN2CT7":{
                   "unit":"Hrs","endRange":"Inf","description":"$%s per On Demand Linux m5.xlarge Instance Hour",
                   "appliesTo":[],"rateCode":"ABC.JRTCKXETXF.6YS6EN2CT7","beginRange":"0",
                   "pricePerUnit":{"USD":"%s"}}},
                   "sku":"ABC","effectiveDate":"2026-11-01T00:00:00Z","offerTermCode":"JRTCKXETXF","termAttributes":{}}}},
                 "version":"20261101000000","publicationDate":"2026-11-01T00:00:00Z"}
                """.formatted(usd, usd);
    }

    private AwsPriceList list(AwsCredentialsProvider credentials) {
        return new AwsPriceList(
                credentials,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                CLOCK);
    }

    private PlannedRun planned(boolean knownPrices) throws IOException {
        Map<String, String> environment =
                Map.of(PriceFiles.VARIABLE, folder.resolve("prices.csv").toString());
        return new EmrPlanner(environment, list(CREDENTIALS))
                .plan(
                        Plans.run("photos", "mine", "out", new MemoryInputs(null)),
                        Plans.request(knownPrices, null, null),
                        ProgressListener.SILENT);
    }

    @Test
    void the_price_is_that_of_a_shared_linux_machine_and_of_emr_on_it() {
        PriceTable prices = list(CREDENTIALS).of("eu-west-3", "m5.xlarge");

        assertThat(prices.price("eu-west-3", "m5.xlarge"))
                .contains(new NodePrice(0.224, 0.048, "AWS Price List API, 2026-12-01"));
        assertThat(targets).containsOnly("AWSPriceListService.GetProducts");
        assertThat(requests)
                .extracting(request -> request.string("ServiceCode"))
                .containsExactly("AmazonEC2", "AmazonEC2", "ElasticMapReduce", "ElasticMapReduce");
        assertThat(requests.get(0).list("Filters").toString())
                .contains("Field=operatingSystem, Value=Linux")
                .contains("Field=regionCode, Value=eu-west-3")
                .contains("Field=capacitystatus, Value=Used")
                .contains("Field=tenancy, Value=Shared");
    }

    @Test
    void a_type_that_the_region_lacks_has_no_price() {
        assertThat(list(CREDENTIALS).of("eu-west-3", "c5.xlarge").prices()).isEmpty();
    }

    @Test
    void prices_are_requested_once_a_day() throws IOException {
        PlannedRun first = planned(false);
        int asked = requests.size();
        PlannedRun second = planned(false);

        assertThat(requests).hasSize(asked);
        assertThat(first.notes()).isEmpty();
        assertThat(second.model().worker())
                .isEqualTo(first.model().worker())
                .isEqualTo(new NodePrice(0.224, 0.048, "AWS Price List API, 2026-12-01"));
    }

    @Test
    void without_an_answer_the_known_prices_are_taken_with_a_note() throws IOException {
        status = 400;
        PlannedRun run = planned(false);

        assertThat(run.model().worker().source()).contains("in the price list of");
        assertThat(run.notes())
                .containsExactly("AWS price list: not available (access denied to pricing:GetProducts);"
                        + " prices that were known before are taken");
    }

    @Test
    void known_prices_need_no_request() throws IOException {
        assertThat(planned(true).notes()).isEmpty();
        assertThat(requests).isEmpty();
    }

    @Test
    void a_refusal_names_the_permission() {
        status = 400;

        assertThatThrownBy(() -> list(CREDENTIALS).of("eu-west-3", "m5.xlarge"))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("AWS price list: not available (access denied to pricing:GetProducts)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body>Service Unavailable</body></html>", "", "{}"})
    void an_error_without_a_code_is_named_by_its_status(String body) {
        status = 503;
        failure = body;

        assertThatThrownBy(() -> list(CREDENTIALS).of("eu-west-3", "m5.xlarge"))
                .isInstanceOf(RunFailedException.class)
                .hasMessageStartingWith("AWS price list: not available (status 503");
    }

    @Test
    void no_credentials_are_said_to_be_none() {
        AwsCredentialsProvider none = () -> {
            throw SdkClientException.create("Unable to load credentials from any of the providers in the chain");
        };

        assertThatThrownBy(() -> list(none).of("eu-west-3", "m5.xlarge"))
                .isInstanceOf(RunFailedException.class)
                .hasMessageStartingWith("AWS price list: not available (no AWS credentials");
        assertThat(requests).isEmpty();
    }

    @Test
    void no_network_is_said_to_be_none() {
        server.stop(0);

        assertThatThrownBy(() -> list(CREDENTIALS).of("eu-west-3", "m5.xlarge"))
                .hasMessage("AWS price list: not available (no response)");
    }
}
