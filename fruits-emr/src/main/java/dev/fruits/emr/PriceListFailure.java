package dev.fruits.emr;

import dev.fruits.aws.AwsError;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** Why a request to AWS's price list failed, in a few words without secrets. */
final class PriceListFailure {
    private PriceListFailure() {}

    static String reason(SdkException e) {
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
}
