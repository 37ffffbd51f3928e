package dev.fruits.emr;

import dev.fruits.aws.AwsError;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.emr.plan.ClusterRun;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Requests to EMR's APIs, repeated where that does no harm. The SDK's own retries are off: it would repeat a request that
 * creates a cluster when only the answer was lost.
 *
 * @param service by which permissions are named: {@code elasticmapreduce}
 * @param region for messages
 */
record EmrCalls(String service, String region, Polling polling) {
    /** First one included; with the pauses of {@link Polling#backOff} about a minute. */
    private static final int ATTEMPTS = 8;

    /** For machines to begin to end. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The answer did not come: whether the request was met is not known. */
    static final class ResponseLost extends Exception {
        private static final long serialVersionUID = 1L;

        ResponseLost(SdkException cause) {
            super(cause);
        }
    }

    /** A request that may be repeated. */
    <T> T repeat(String operation, Supplier<T> request) throws IOException {
        for (int failures = 1; ; failures++) {
            try {
                return request.get();
            } catch (SdkException e) {
                if (failures == ATTEMPTS || !(AwsError.isThrottled(e) || isLost(e))) {
                    throw EmrFailure.of(this, operation, e);
                }
                polling.backOff(failures);
            }
        }
    }

    /** Several requests, each of this class. */
    @FunctionalInterface
    interface Requests<T> {
        T send() throws IOException;
    }

    /** What is found; empty where EMR does not know it. */
    <T> Optional<T> find(Requests<T> requests) throws IOException {
        try {
            return Optional.of(requests.send());
        } catch (WrongUseException refused) {
            if (refused.getCause() instanceof AwsServiceException answer && isUnknown(answer)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /**
     * What is created.
     *
     * @throws EmrBackend.Refused if EMR itself refused, so that it did nothing
     */
    static <T> T created(Requests<T> requests) throws IOException, EmrBackend.Refused {
        try {
            return requests.send();
        } catch (WrongUseException | RunFailedException failed) {
            if (failed.getCause() instanceof AwsServiceException answer && answer.statusCode() < 500) {
                throw new EmrBackend.Refused(failed);
            }
            throw failed;
        }
    }

    /**
     * Waits until a run that is being terminated costs nothing more.
     *
     * @param noun for the message
     */
    void awaitEnd(String noun, Requests<ClusterRun> look) throws IOException {
        Instant end = polling.now().plus(PATIENCE);
        ClusterRun run = look.send();
        while (run.costs()) {
            if (!polling.now().isBefore(end)) {
                throw new RunFailedException(run.thing() + ": EMR took the request and the " + noun
                        + " is not ending; open it in the AWS console");
            }
            polling.awaitLook();
            run = look.send();
        }
    }

    private static boolean isUnknown(AwsServiceException answer) {
        return answer.statusCode() == 404 || AwsError.code(answer).equals("InvalidRequestException");
    }

    /** A request that must not be met twice: it is repeated only where EMR said that it was not. */
    <T> T once(String operation, Supplier<T> request) throws IOException, ResponseLost {
        for (int failures = 1; ; failures++) {
            try {
                return request.get();
            } catch (SdkException e) {
                if (isUnanswered(e)) {
                    throw new ResponseLost(e);
                }
                if (failures == ATTEMPTS || !isRefusedForNow(e)) {
                    throw EmrFailure.of(this, operation, e);
                }
                polling.backOff(failures);
            }
        }
    }

    String permission(String operation) {
        return service + ":" + operation;
    }

    /** EMR says itself that it did nothing, by the name of the error; a status of 503 alone does not say that. */
    private static boolean isRefusedForNow(SdkException e) {
        return e instanceof AwsServiceException answer
                && (answer.isThrottlingException() || answer.statusCode() == 429);
    }

    private static boolean isUnanswered(SdkException e) {
        boolean failedInside = e instanceof AwsServiceException answer && answer.statusCode() >= 500;
        return !isRefusedForNow(e) && (failedInside || isLost(e));
    }

    /** Also where EMR failed inside, or took too long: it may have done its work before, or do it later. */
    private static boolean isLost(SdkException e) {
        if (e instanceof AwsServiceException answer) {
            return answer.statusCode() >= 500 && answer.statusCode() != 503;
        }
        return e instanceof ApiCallAttemptTimeoutException
                || e instanceof ApiCallTimeoutException
                || EmrFailure.isConnection(e);
    }
}
