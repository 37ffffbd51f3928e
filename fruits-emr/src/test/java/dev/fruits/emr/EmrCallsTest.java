package dev.fruits.emr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.emr.model.EmrException;

class EmrCallsTest {
    private final FakeTime time = new FakeTime();
    private final EmrCalls calls = new EmrCalls("elasticmapreduce", "eu-west-3", time.polling());
    private final AtomicInteger requests = new AtomicInteger();

    private String fails(SdkException e) {
        requests.incrementAndGet();
        throw e;
    }

    private static SdkException status(int status) {
        return EmrException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("X")
                        .errorMessage("so")
                        .build())
                .build();
    }

    @Test
    void a_request_that_makes_something_is_not_repeated_where_it_may_have_been_met() {
        for (SdkException lost : new SdkException[] {
            ApiCallAttemptTimeoutException.create(60_000),
            SdkClientException.create("broken", new IOException("reset")),
            status(500),
            status(503)
        }) {
            requests.set(0);
            assertThatThrownBy(() -> calls.once("RunJobFlow", () -> fails(lost)))
                    .isInstanceOf(EmrCalls.ResponseLost.class);
            assertThat(requests).hasValue(1);
        }
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void a_request_that_only_asks_is_repeated_for_about_a_minute() {
        assertThatThrownBy(() -> calls.repeat("ListClusters", () -> fails(status(500))))
                .isInstanceOf(IOException.class)
                .hasMessage("EMR ListClusters: failed with status 500; check './fruits emr status' before you repeat"
                        + " it");
        assertThat(requests).hasValue(8);
        assertThat(time.waits().stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofSeconds(45), Duration.ofSeconds(91));
    }

    @Test
    void a_rejected_request_is_not_repeated() {
        assertThatThrownBy(() -> calls.repeat("ListClusters", () -> fails(status(400))))
                .hasMessage("EMR rejected ListClusters in eu-west-3: so; correct that value");
        assertThat(requests).hasValue(1);
    }
}
