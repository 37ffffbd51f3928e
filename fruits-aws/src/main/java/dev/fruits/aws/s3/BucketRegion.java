package dev.fruits.aws.s3;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Asks which region a bucket is in, as anybody may: a refusal tells it too. Asked is a region where a bucket is thought to
 * be, for a private subnet may reach S3 in its own region alone; any region tells of any bucket of its partition.
 */
final class BucketRegion {
    private static final String HEADER = "x-amz-bucket-region";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Region asked;
    private final @Nullable URI endpoint;

    /**
     * Nothing is asked yet.
     *
     * @param region to ask in; null for Frankfurt
     * @param endpoint of a server that answers in Amazon's place; null for Amazon
     */
    BucketRegion(@Nullable String region, @Nullable URI endpoint) {
        this.asked = region == null ? Region.EU_CENTRAL_1 : Region.of(region);
        this.endpoint = endpoint;
    }

    /**
     * The bucket's region; empty if there is no such bucket.
     *
     * @throws IOException if the store does not answer, or does not tell
     */
    Optional<String> of(String bucket) throws IOException {
        try (S3Client anybody = client()) {
            String told = anybody.headBucket(head -> head.bucket(bucket)).bucketRegion();
            return Optional.of(told == null ? asked.id() : told);
        } catch (AwsServiceException refusal) {
            Optional<String> told = refusal.awsErrorDetails().sdkHttpResponse().firstMatchingHeader(HEADER);
            if (told.isEmpty() && refusal.statusCode() != 404) {
                throw new IOException(
                        "bucket " + bucket + ": its region cannot be told (status " + refusal.statusCode()
                                + "); run with residency any, or check the name",
                        refusal);
            }
            return told;
        } catch (SdkClientException unanswered) {
            throw new IOException("bucket " + bucket + ": " + S3ConnectionError.line(unanswered), unanswered);
        }
    }

    private S3Client client() {
        S3ClientBuilder builder = S3Client.builder()
                .region(asked)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(ApacheHttpClient.builder())
                .overrideConfiguration(configuration -> configuration.apiCallTimeout(PATIENCE));
        return endpoint == null
                ? builder.build()
                : builder.endpointOverride(endpoint).forcePathStyle(true).build();
    }
}
