package dev.fruits.emr;

import dev.fruits.core.Failures;
import java.net.UnknownHostException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Why AWS's price list did not answer, in a few words without secrets. */
final class PriceListFailure {
    private PriceListFailure() {}

    static String reason(SdkException e) {
        if (e instanceof AwsServiceException answer) {
            String code = answer.awsErrorDetails() == null
                    ? ""
                    : answer.awsErrorDetails().errorCode();
            return answer.statusCode() == 403 || code.startsWith("AccessDenied")
                    ? "access denied to pricing:GetProducts"
                    : "status " + answer.statusCode() + (code.isEmpty() ? "" : ", " + code);
        }
        if (Failures.chain(e)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("Unable to load credentials"))) {
            return "no credentials on this machine";
        }
        return Failures.chain(e).anyMatch(UnknownHostException.class::isInstance)
                ? "no such host: no network?"
                : "no answer";
    }
}
