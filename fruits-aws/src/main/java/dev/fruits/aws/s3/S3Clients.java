package dev.fruits.aws.s3;

import dev.fruits.aws.DefaultRegion;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * The clients of this JVM, one for each way to reach a store: made when first used, shared by all threads, never closed.
 * Credentials come from where the AWS command line has them.
 */
final class S3Clients {
    /** Connections of one client: the reads of one machine, and uploads beside them. */
    static final int CONNECTIONS = 64;

    /** First try included; pauses double up to 20 s, so a store that throttles is given about half a minute. */
    private static final int ATTEMPTS = 8;

    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** Without a byte. */
    private static final Duration SILENCE = Duration.ofSeconds(20);
    /** For one try of a request: 64 MiB at 0.5 MiB/s. */
    private static final Duration ATTEMPT = Duration.ofSeconds(130);

    private static final Duration CALL = Duration.ofMinutes(10);
    private static final Map<String, List<String>> REQUESTER_PAYS = Map.of("x-amz-request-payer", List.of("requester"));
    private static final ConcurrentMap<StoreSettings, S3Client> CLIENTS = new ConcurrentHashMap<>();

    private S3Clients() {}

    /**
     * The client for this store; no request is made.
     *
     * @throws WrongUseException if no region is known; the message names the location
     */
    static S3Client of(StoreSettings store, Location location) {
        return CLIENTS.computeIfAbsent(
                store, settings -> client(settings, region(settings, location, System.getenv())));
    }

    /** Behind an endpoint of one's own there is no EC2 machine to ask, and any region does. */
    static Region region(StoreSettings store, Location location, Map<String, String> environment) {
        if (store.region() != null) {
            return Region.of(store.region());
        }
        if (store.endpoint() != null) {
            return DefaultRegion.configured(environment).map(Region::of).orElse(Region.US_EAST_1);
        }
        return DefaultRegion.of(environment)
                .map(Region::of)
                .orElseThrow(() -> new WrongUseException(
                        "region: unknown for " + location + "; pass --region, or set AWS_REGION"));
    }

    /**
     * Without cross-region access: a bucket elsewhere costs traffic and may be where the data must not go. Without S3 Express,
     * which is not supported here: deciding on it takes time with every request.
     */
    private static S3Client client(StoreSettings store, Region region) {
        S3ClientBuilder builder = S3Client.builder()
                .region(region)
                .forcePathStyle(store.usesPathStyle())
                .disableS3ExpressSessionAuth(true)
                .httpClientBuilder(ApacheHttpClient.builder()
                        .maxConnections(CONNECTIONS)
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE)
                        .connectionAcquisitionTimeout(CALL)
                        .tcpKeepAlive(true))
                .overrideConfiguration(configuration -> configuration
                        .retryStrategy(retries())
                        .apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(CALL)
                        .headers(store.paysForRequests() ? REQUESTER_PAYS : Map.of()));
        if (store.endpoint() != null) {
            builder.endpointOverride(URI.create(store.endpoint()));
        }
        return builder.build();
    }

    /** Backs off on 503 SlowDown, 500, timeouts and connections that break. */
    private static RetryStrategy retries() {
        int attempts = SdkSystemSetting.AWS_MAX_ATTEMPTS
                .getIntegerValue()
                .filter(wanted -> wanted > 0)
                .orElse(ATTEMPTS);
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(attempts)
                .build();
    }
}
