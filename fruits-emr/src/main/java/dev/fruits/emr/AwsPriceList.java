package dev.fruits.emr;

import dev.fruits.aws.AwsError;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.json.JsonFields;
import dev.fruits.emr.plan.NodePrice;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
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

/** AWS's Price List API. Few regions have it; Frankfurt's is the one in the EU, and has the prices of all regions. */
final class AwsPriceList {
    private static final Region REGION = Region.EU_CENTRAL_1;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ALL = Duration.ofSeconds(15);
    private static final String SOURCE = "AWS Price List API";

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
     * Today's price of a type in a region; an empty table if the region lacks the type.
     *
     * @throws RunFailedException if AWS does not answer: no network, no credentials; the message says which
     */
    PriceTable of(String region, String type) {
        try (PricingClient client = client()) {
            OptionalDouble machine = hourly(client, machine(region, type));
            OptionalDouble service = hourly(client, service(region, type));
            SortedMap<PriceTable.Key, NodePrice> prices = new TreeMap<>();
            if (machine.isPresent() && service.isPresent()) {
                NodePrice price = new NodePrice(machine.getAsDouble(), service.getAsDouble(), source());
                prices.put(new PriceTable.Key(region, type), price);
            }
            return new PriceTable(today(), prices);
        } catch (SdkException e) {
            throw new RunFailedException("AWS price list: not available (" + reason(e) + ")", e);
        } catch (JsonException | NumberFormatException e) {
            throw new RunFailedException("AWS's price list: is not in the form known here (" + e.getMessage() + ")", e);
        }
    }

    /** The source of prices that are requested today. */
    String source() {
        return SOURCE + ", " + today();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** In a few words without secrets. */
    private static String reason(SdkException e) {
        Optional<String> credentials = AwsError.credentials(e);
        if (credentials.isPresent()) {
            return credentials.get();
        }
        int status = AwsError.status(e);
        String code = AwsError.code(e);
        if (status == 403 || code.startsWith("AccessDenied")) {
            return "access denied to pricing:GetProducts";
        }
        if (status > 0) {
            return "status " + status + (code.isEmpty() ? "" : ", " + code);
        }
        return AwsError.isUnknownHost(e) ? "no such host: no network?" : "no response";
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
                "AmazonEC2",
                match("regionCode", region),
                match("instanceType", type),
                match("operatingSystem", "Linux"),
                match("tenancy", "Shared"),
                match("preInstalledSw", "NA"),
                match("capacitystatus", "Used"));
    }

    private static GetProductsRequest service(String region, String type) {
        return request(
                "ElasticMapReduce",
                match("regionCode", region),
                match("instanceType", type),
                match("softwareType", "EMR"));
    }

    private static Filter match(String field, String value) {
        return Filter.builder()
                .type(FilterType.TERM_MATCH)
                .field(field)
                .value(value)
                .build();
    }

    private static GetProductsRequest request(String service, Filter... filters) {
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
