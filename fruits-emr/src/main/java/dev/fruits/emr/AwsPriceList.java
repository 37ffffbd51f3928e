package dev.fruits.emr;

import dev.fruits.core.json.JsonFields;
import dev.fruits.emr.plan.NodePrice;
import dev.fruits.emr.plan.NodeType;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.pricing.PricingClient;
import software.amazon.awssdk.services.pricing.PricingClientBuilder;
import software.amazon.awssdk.services.pricing.model.Filter;
import software.amazon.awssdk.services.pricing.model.FilterType;
import software.amazon.awssdk.services.pricing.model.GetProductsRequest;

/** AWS's Price List API. It lies in few regions; Frankfurt's is the one in the EU, and knows the prices of all. */
final class AwsPriceList {
    private static final Region REGION = Region.EU_CENTRAL_1;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ALL = Duration.ofSeconds(15);
    private static final String SOURCE = "AWS Price List API";
    private static final String MACHINES = "AmazonEC2";
    private static final String SERVICE = "ElasticMapReduce";

    private final AwsCredentialsProvider credentials;
    private final @Nullable URI endpoint;
    private final InstantSource clock;

    /** @param endpoint null for Amazon's own */
    AwsPriceList(AwsCredentialsProvider credentials, @Nullable URI endpoint, InstantSource clock) {
        this.credentials = credentials;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /**
     * Today's prices of these types in a region; a type that the region lacks is not in the table.
     *
     * @throws SdkException if the list cannot be asked
     */
    PriceTable prices(String region, List<NodeType> types) {
        SortedMap<PriceTable.Key, NodePrice> prices = new TreeMap<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try (PricingClient client = client()) {
            for (NodeType type : types) {
                OptionalDouble machine = hourly(client, machine(region, type.name()));
                OptionalDouble service = hourly(client, service(region, type.name()));
                if (machine.isPresent() && service.isPresent()) {
                    NodePrice price = new NodePrice(machine.getAsDouble(), service.getAsDouble(), source(today));
                    prices.put(new PriceTable.Key(region, type.name()), price);
                }
            }
        }
        return new PriceTable(today, prices);
    }

    /** What is said of prices that were asked on a day. */
    static String source(LocalDate day) {
        return SOURCE + ", " + day;
    }

    private PricingClient client() {
        PricingClientBuilder builder = PricingClient.builder()
                .region(REGION)
                .credentialsProvider(credentials)
                .httpClientBuilder(ApacheHttpClient.builder().connectionTimeout(CONNECT))
                .overrideConfiguration(settings -> settings.apiCallTimeout(ALL));
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder.build();
    }

    private static GetProductsRequest machine(String region, String type) {
        return request(
                MACHINES,
                Map.of(
                        "regionCode", region,
                        "instanceType", type,
                        "operatingSystem", "Linux",
                        "tenancy", "Shared",
                        "preInstalledSw", "NA",
                        "capacitystatus", "Used"));
    }

    private static GetProductsRequest service(String region, String type) {
        return request(SERVICE, Map.of("regionCode", region, "instanceType", type, "softwareType", "EMR"));
    }

    private static GetProductsRequest request(String service, Map<String, String> attributes) {
        List<Filter> filters = new TreeMap<>(attributes)
                .entrySet().stream()
                        .map(entry -> Filter.builder()
                                .type(FilterType.TERM_MATCH)
                                .field(entry.getKey())
                                .value(entry.getValue())
                                .build())
                        .toList();
        return GetProductsRequest.builder()
                .serviceCode(service)
                .filters(filters)
                .formatVersion("aws_v1")
                .build();
    }

    private static OptionalDouble hourly(PricingClient client, GetProductsRequest request) {
        return client.getProductsPaginator(request).priceList().stream()
                .map(product -> JsonFields.parse(SOURCE, product))
                .flatMapToDouble(product -> onDemand(product).stream())
                .filter(price -> price > 0)
                .findFirst();
    }

    /** USD per hour of the only term and its only dimension. */
    private static OptionalDouble onDemand(JsonFields product) {
        JsonFields terms = product.object("terms");
        if (!terms.has("OnDemand")) {
            return OptionalDouble.empty();
        }
        JsonFields dimension = first(first(terms.object("OnDemand")).object("priceDimensions"));
        return OptionalDouble.of(
                Double.parseDouble(dimension.object("pricePerUnit").string("USD")));
    }

    private static JsonFields first(JsonFields of) {
        return of.object(of.names().iterator().next());
    }
}
