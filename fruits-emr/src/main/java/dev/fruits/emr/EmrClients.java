package dev.fruits.emr;

import dev.fruits.aws.DefaultRegion;
import dev.fruits.core.WrongUseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;

/** Clients of EMR's APIs; credentials and endpoints come from where the AWS command line has them. */
final class EmrClients {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ATTEMPT = Duration.ofSeconds(60);

    private EmrClients() {}

    /**
     * The region that is asked for, else that of the surroundings.
     *
     * @throws WrongUseException if none is known
     */
    static String region(@Nullable String asked, Map<String, String> environment) {
        return Optional.ofNullable(asked)
                .or(() -> DefaultRegion.of(environment))
                .orElseThrow(
                        () -> new WrongUseException("region: none known for EMR; pass --region, or set AWS_REGION"));
    }

    static EmrClient emr(String region) {
        return client(EmrClient.builder(), region);
    }

    static EmrServerlessClient serverless(String region) {
        return client(EmrServerlessClient.builder(), region);
    }

    /** Without retries: {@link EmrCalls} knows which requests may be repeated. */
    private static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(
            B builder, String region) {
        return builder.region(Region.of(region))
                .httpClientBuilder(
                        ApacheHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT))
                .overrideConfiguration(settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .apiCallAttemptTimeout(ATTEMPT))
                .build();
    }
}
