package dev.fruits.aws.s3;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** A request that no store answered: what that means and the remedy, without the thing. */
final class S3ConnectionError {
    private static final String LATER = "; check the network, then run again with --resume";

    private S3ConnectionError() {}

    static String line(SdkException e) {
        return credentials(e)
                .or(() -> timeout(e))
                .or(() -> connection(e))
                .orElseGet(() -> "the request failed (" + firstLine(root(e)) + ")" + LATER);
    }

    private static Optional<String> credentials(SdkException e) {
        String said = said(e);
        if (said.contains("module must be on the class path")) {
            return Optional.of("the AWS profile signs in by a way that needs another module of the AWS SDK ("
                    + firstLine(e) + "); put it on the class path, or export plain credentials"
                    + " (aws configure export-credentials)");
        }
        if (said.contains("oken is expired") || said.contains("session has expired") || said.contains("ExpiredToken")) {
            return Optional.of("the credentials have expired; get new ones (aws sso login) and run again");
        }
        if (said.contains("Unable to load credentials") || said.contains("Profile file contained no credentials")) {
            return Optional.of("no AWS credentials on this machine; set AWS_PROFILE or AWS_ACCESS_KEY_ID and"
                    + " AWS_SECRET_ACCESS_KEY, run 'aws configure', or give the machine a role");
        }
        return Optional.empty();
    }

    private static Optional<String> timeout(SdkException e) {
        boolean late = e instanceof ApiCallTimeoutException
                || e instanceof ApiCallAttemptTimeoutException
                || caused(e, SocketTimeoutException.class);
        return late
                ? Optional.of("no answer in time, after every retry; check the network and the proxy, then run again"
                        + " with --resume")
                : Optional.empty();
    }

    private static Optional<String> connection(SdkException e) {
        Optional<UnknownHostException> unknown = first(e, UnknownHostException.class);
        if (unknown.isPresent()) {
            return Optional.of("no such host: " + unknown.get().getMessage()
                    + "; check --endpoint and --region, --path-style for a compatible store, and the network");
        }
        if (caused(e, ConnectException.class)) {
            return Optional.of("connection refused; check --endpoint and the network");
        }
        if (caused(e, SSLException.class)) {
            return Optional.of("no secure connection (" + firstLine(root(e)) + "); check https:// in --endpoint and the"
                    + " certificates that this Java trusts");
        }
        boolean broken = caused(e, SocketException.class) || caused(e, IOException.class);
        return broken
                ? Optional.of("the connection broke, after every retry (" + firstLine(root(e)) + ")" + LATER)
                : Optional.empty();
    }

    private static String said(Throwable e) {
        return causes(e).map(cause -> String.valueOf(cause.getMessage())).reduce("", (all, one) -> all + one + "\n");
    }

    private static boolean caused(Throwable e, Class<? extends Throwable> type) {
        return first(e, type).isPresent();
    }

    private static <T extends Throwable> Optional<T> first(Throwable e, Class<T> type) {
        return causes(e).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Throwable root(Throwable e) {
        return causes(e).reduce(e, (outer, inner) -> inner);
    }

    /** {@code e} and what caused it, at most 20 deep. */
    private static Stream<Throwable> causes(Throwable e) {
        return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }
}
