package dev.fruits.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3RequestExceptionTest {
    private static final Location LOCATION = new Location("s3://fruits/results");

    private static SdkException answer(
            int status, @Nullable String code, @Nullable String message, String bucketRegion) {
        SdkHttpResponse.Builder http = SdkHttpResponse.builder().statusCode(status);
        if (!bucketRegion.isEmpty()) {
            http.putHeader("x-amz-bucket-region", bucketRegion);
        }
        AwsErrorDetails details = AwsErrorDetails.builder()
                .errorCode(code)
                .errorMessage(message)
                .sdkHttpResponse(http.build())
                .build();
        return (SdkException) S3Exception.builder()
                .statusCode(status)
                .requestId("REQ1")
                .awsErrorDetails(details)
                .build();
    }

    private static String line(S3Action action, SdkException e) {
        try {
            return String.valueOf(S3RequestException.of("out", LOCATION.resolve("a.parquet"), "fruits", action, e)
                    .getMessage());
        } catch (WrongUseException wrong) {
            return String.valueOf(wrong.getMessage());
        }
    }

    @ParameterizedTest(name = "{1} on {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | AccessDenied | PUT | access denied: grant s3:PutObject to these credentials, or use others (AWS_PROFILE)",
                "403 | | HEAD | access denied: grant s3:GetObject to these credentials, or use others (AWS_PROFILE); pass --requester-pays if the bucket's readers pay",
                "403 | AccessDenied | DELETE | access denied: grant s3:DeleteObject to these credentials, or use others (AWS_PROFILE)",
                "403 | AccessDenied | ABORT | access denied: grant s3:AbortMultipartUpload to these credentials, or use others (AWS_PROFILE)",
                "400 | ExpiredToken | GET | the credentials have expired; renew them (aws sso login, or new session tokens) and run again",
                "403 | InvalidAccessKeyId | GET | AWS does not know these credentials; check AWS_PROFILE, or the access key and its secret, and that the account has this region enabled",
                "403 | SignatureDoesNotMatch | GET | AWS does not know these credentials; check AWS_PROFILE, or the access key and its secret, and that the account has this region enabled",
                "403 | RequestTimeTooSkewed | GET | the clock of this machine is wrong; set it and run again",
                "404 | NoSuchKey | GET | object not found; check the name",
                "404 | NoSuchBucket | PUT | bucket 'fruits' not found; check its name",
                "400 | KMS.DisabledException | PUT | its KMS key cannot be used (KMS.DisabledException); enable the key, or give another --kms-key",
                "500 | InternalError | PUT | the store still fails after every retry (500 InternalError); run again later with --resume",
                "503 | SlowDown | PUT | the store still throttles requests after every retry (503 SlowDown); run again later with --resume, or with fewer --threads",
                "301 | | HEAD | bucket 'fruits' is in another region, not in the region of this request; pass its region as --region",
            })
    void an_answer_is_one_line_with_its_remedy(int status, @Nullable String code, S3Action action, String line) {
        assertThat(line(action, answer(status, code, "", "")))
                .isEqualTo("out s3://fruits/results/a.parquet: " + line + " (request ID REQ1)");
    }

    @Test
    void a_bucket_elsewhere_is_named_with_both_regions_where_the_store_tells_them() {
        SdkException e = answer(
                400,
                "AuthorizationHeaderMalformed",
                "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-3'",
                "");

        assertThatThrownBy(() -> S3RequestException.of("out", LOCATION, "fruits", S3Action.LIST, e))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("out s3://fruits/results: bucket 'fruits' is in eu-west-3, not in us-east-1; pass"
                        + " --region eu-west-3 (request ID REQ1)");
    }

    @Test
    void the_head_of_an_object_elsewhere_has_no_more_than_a_region() {
        assertThat(line(S3Action.HEAD, answer(400, null, null, "eu-west-3")))
                .isEqualTo(
                        "out s3://fruits/results/a.parquet: bucket 'fruits' is in eu-west-3, not in the region of this"
                                + " request; pass --region eu-west-3 (request ID REQ1)");
    }

    @Test
    void a_denied_action_of_the_key_service_is_told_apart() {
        SdkException e = answer(
                403,
                "AccessDenied",
                "User: arn:aws:iam::1:user/x is not authorized to perform: kms:GenerateDataKey on resource: arn:aws:kms:1",
                "");

        assertThat(line(S3Action.PUT, e))
                .contains("access denied: grant kms:GenerateDataKey on the KMS key to these credentials")
                .doesNotContain("user/x");
    }

    @Test
    void no_secret_that_a_store_repeats_gets_into_the_line() {
        SdkException e = answer(
                400,
                "Odd",
                "key AKIAIOSFODNN7EXAMPLE token FwoGZXIvYXdzEBYaDHVzLWVhc3QtMSJHMEUCIQD signature"
                        + " 5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
                "");

        assertThat(line(S3Action.PUT, e))
                .isEqualTo("out s3://fruits/results/a.parquet: the store rejected the request (400 Odd): key … token …"
                        + " signature …; check the location and --endpoint (request ID REQ1)");
    }

    @Test
    void what_moves_a_cursor_is_not_printed() {
        IOException e = S3RequestException.of(
                "out",
                LOCATION.resolve("a\u001b[2J\n.jpg"),
                "fruits",
                S3Action.GET,
                answer(403, "AccessDenied", "", ""));

        assertThat(e).hasMessageStartingWith("out s3://fruits/results/a\\u001b[2J\\u000a.jpg: access denied");
    }

    private static SdkException unanswered(String message, Throwable cause) {
        return SdkClientException.create(message, cause);
    }

    @Test
    void a_request_that_no_store_answers_is_one_line_with_its_remedy() {
        String begin = "out s3://fruits/results/a.parquet: ";
        assertThat(line(S3Action.GET, unanswered("x", new UnknownHostException("fruits.s3.nowhere.com"))))
                .startsWith(begin + "no such host: fruits.s3.nowhere.com; check --endpoint and --region");
        assertThat(line(S3Action.GET, unanswered("x", new ConnectException("Connection refused"))))
                .isEqualTo(begin + "connection refused; check --endpoint and the network");
        assertThat(line(S3Action.GET, unanswered("x", new SocketTimeoutException("Read timed out"))))
                .startsWith(begin + "timed out after every retry;");
        assertThat(line(S3Action.GET, ApiCallTimeoutException.create(1_000)))
                .startsWith(begin + "timed out after every retry;");
        assertThat(line(S3Action.GET, unanswered("x", new SSLHandshakeException("PKIX"))))
                .startsWith(begin + "no secure connection (PKIX); check https:// in --endpoint");
        assertThat(line(S3Action.GET, unanswered("x", new SocketException("Connection reset"))))
                .startsWith(begin + "connection lost after every retry (Connection reset);");
        assertThat(line(
                        S3Action.GET,
                        unanswered("Unable to load credentials from any of the providers", new IOException())))
                .startsWith(begin + "no AWS credentials on this machine;");
    }

    @Test
    void an_interruption_stays_one() {
        assertThat(S3RequestException.of("out", LOCATION, "fruits", S3Action.GET, AbortedException.create("stop")))
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("out s3://fruits/results: the request was interrupted");
    }
}
