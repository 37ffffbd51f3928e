package dev.fruits.aws;

import dev.fruits.core.Failures;
import dev.fruits.core.Secrets;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What an exception of the AWS SDK means: the one place that reads them, for S3 and for every other service. Each text is
 * one line without secrets, and does not name the request; the caller puts that in front. A response without code, body or
 * headers gives empty values, never null.
 */
public final class AwsError {
    private static final int LONGEST = 300;
    private static final String EXPIRED =
            "the credentials have expired; renew them (aws sso login, or new session tokens) and run again";
    private static final String UNKNOWN = "AWS does not know these credentials; check AWS_PROFILE, or the access key"
            + " and its secret, and that the account has this region enabled";
    private static final Map<String, String> CREDENTIALS = Map.ofEntries(
            Map.entry("ExpiredToken", EXPIRED),
            Map.entry("ExpiredTokenException", EXPIRED),
            Map.entry("TokenRefreshRequired", EXPIRED),
            Map.entry("InvalidAccessKeyId", UNKNOWN),
            Map.entry("InvalidClientTokenId", UNKNOWN),
            Map.entry("InvalidToken", UNKNOWN),
            Map.entry("UnrecognizedClientException", UNKNOWN),
            Map.entry("InvalidSignatureException", UNKNOWN),
            Map.entry("SignatureDoesNotMatch", UNKNOWN),
            Map.entry("IncompleteSignatureException", UNKNOWN),
            Map.entry("MissingAuthenticationTokenException", UNKNOWN),
            Map.entry("RequestTimeTooSkewed", "the clock of this machine is wrong; set it and run again"));

    private AwsError() {}

    /** HTTP's status; 0 if there was no response. */
    public static int status(SdkException e) {
        return e instanceof AwsServiceException response ? response.statusCode() : 0;
    }

    /** The service's name of the error, such as {@code AccessDenied}; empty if the response has none. */
    public static String code(SdkException e) {
        return details(e).map(AwsErrorDetails::errorCode).orElse("");
    }

    /** The service's own words, shortened to 300 characters; empty if the response has none. */
    public static String message(SdkException e) {
        return printable(details(e).map(AwsErrorDetails::errorMessage).orElse(""));
    }

    /** A header of the response; empty if there is none. */
    public static Optional<String> header(SdkException e, String name) {
        return details(e).map(AwsErrorDetails::sdkHttpResponse).flatMap(response -> response.firstMatchingHeader(name));
    }

    /** Whether the service asks for fewer requests. */
    public static boolean isThrottled(SdkException e) {
        return e instanceof AwsServiceException response
                && (response.isThrottlingException() || response.statusCode() == 429 || response.statusCode() == 503);
    }

    /** What is wrong with the credentials, and the remedy; empty if the error is another one. */
    public static Optional<String> credentials(SdkException e) {
        String text = Failures.chain(e)
                .map(cause -> String.valueOf(cause.getMessage()))
                .reduce("", (all, one) -> all + one + "\n");
        if (text.contains("module must be on the class path")) {
            return Optional.of("the AWS profile signs in by a way that needs another module of the AWS SDK ("
                    + printable(String.valueOf(e.getMessage()))
                    + "); put it on the class path, or export plain credentials"
                    + " (aws configure export-credentials)");
        }
        boolean missing =
                text.contains("Unable to load credentials") || text.contains("Profile file contained no credentials");
        if (missing) {
            return Optional.of(AwsProfile.current(System.getenv()).whyNoCredentials());
        }
        boolean expired = text.contains("oken is expired") || text.contains("session has expired");
        return expired ? Optional.of(EXPIRED) : Optional.ofNullable(CREDENTIALS.get(code(e)));
    }

    /** Why no response came, and the remedy; it ends with {@code run again} if another try may help. */
    public static String connection(SdkException e) {
        Throwable cause = Failures.root(e);
        String root = cause.getMessage() == null ? cause.getClass().getSimpleName() : printable(cause.getMessage());
        if (isTimeout(e)) {
            return "timed out after every retry; check the network and the proxy, then run again";
        }
        if (isUnknownHost(e)) {
            return "no such host: " + root
                    + "; check --endpoint and --region, --path-style for a compatible store, and the network";
        }
        if (isCausedBy(e, ConnectException.class)) {
            return "connection refused; check --endpoint and the network";
        }
        if (isCausedBy(e, SSLException.class)) {
            return "no secure connection (" + root
                    + "); check https:// in --endpoint and the certificates that this Java trusts";
        }
        String what = isCausedBy(e, IOException.class) ? "connection lost after every retry (" : "the request failed (";
        return what + root + "); check the network, then run again";
    }

    /** Whether the host's name is unknown. */
    public static boolean isUnknownHost(SdkException e) {
        return isCausedBy(e, UnknownHostException.class);
    }

    /** Whether the request may have arrived although no response came. */
    public static boolean isLost(SdkException e) {
        return status(e) == 0 && (isTimeout(e) || isCausedBy(e, IOException.class)) && !isUnknownHost(e);
    }

    private static boolean isTimeout(SdkException e) {
        return e instanceof ApiCallTimeoutException
                || e instanceof ApiCallAttemptTimeoutException
                || isCausedBy(e, SocketTimeoutException.class);
    }

    /** One line of at most 300 characters, without secrets and without control characters, which could move a cursor. */
    public static String printable(String text) {
        String line = Secrets.hiddenInAnswer(String.valueOf(text).strip().replaceAll("[\\s\\p{Cntrl}]+", " "));
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static Optional<AwsErrorDetails> details(SdkException e) {
        return e instanceof AwsServiceException response
                ? Optional.ofNullable(response.awsErrorDetails())
                : Optional.empty();
    }

    private static boolean isCausedBy(Throwable e, Class<? extends Throwable> type) {
        return Failures.chain(e).anyMatch(type::isInstance);
    }
}
