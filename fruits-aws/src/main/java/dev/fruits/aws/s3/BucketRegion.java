package dev.fruits.aws.s3;

import dev.fruits.aws.AwsError;
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
 * Asks for the region of a bucket. This needs no credentials: a response that denies access has it too. The request goes to
 * a region where the bucket may be, as a private subnet may reach S3 in its own region only; every region knows the buckets
 * of its partition.
 *
 * @param asked the region to ask in; null for Frankfurt
 * @param endpoint of a server that answers in Amazon's place; null for Amazon
 */
record BucketRegion(@Nullable String asked, @Nullable URI endpoint) {
    static final String HEADER = "x-amz-bucket-region";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * The bucket's region; empty if there is no such bucket.
     *
     * @throws IOException if the store does not answer, or does not tell
     */
    Optional<String> of(String bucket) throws IOException {
        try (S3Client anybody = client()) {
            String region = anybody.headBucket(head -> head.bucket(bucket)).bucketRegion();
            return Optional.of(region == null ? region().id() : region);
        } catch (AwsServiceException response) {
            Optional<String> region = AwsError.header(response, HEADER);
            if (region.isEmpty() && response.statusCode() != 404) {
                throw new IOException(
                        "bucket " + bucket + ": its region is unknown (status " + response.statusCode()
                                + "); run with residency any, or check the name",
                        response);
            }
            return region;
        } catch (SdkClientException e) {
            throw new IOException("bucket " + bucket + ": " + AwsError.connection(e), e);
        }
    }

    private Region region() {
        return asked == null ? Region.EU_CENTRAL_1 : Region.of(asked);
    }

    private S3Client client() {
        S3ClientBuilder builder = S3Client.builder()
                .region(region())
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(ApacheHttpClient.builder())
                .overrideConfiguration(configuration -> configuration.apiCallTimeout(PATIENCE));
        return endpoint == null
                ? builder.build()
                : builder.endpointOverride(endpoint).forcePathStyle(true).build();
    }
}
