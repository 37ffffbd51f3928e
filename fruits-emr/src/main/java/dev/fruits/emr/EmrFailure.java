package dev.fruits.emr;

import dev.fruits.aws.AwsError;
import dev.fruits.core.Failures;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes one line, with its remedy, of a request to EMR that failed. */
final class EmrFailure {
    private static final Pattern DENIED = Pattern.compile("perform: ([a-z0-9-]+:[A-Za-z]+)");
    private static final Pattern TYPE =
            Pattern.compile("[a-z][a-z0-9-]*\\d[a-z0-9-]*\\.\\d*(?:[a-z]+|metal-\\d+xl)\\b");
    private static final String EXPIRED =
            "credentials: they have expired; get new ones (aws sso login, or new session tokens) and run again";
    private static final String UNKNOWN = "credentials: AWS does not know them in region %s; check AWS_PROFILE, or the"
            + " access key and its secret, and whether the account has this region enabled";
    private static final Map<String, String> CREDENTIALS = Map.of(
            "ExpiredTokenException", EXPIRED,
            "ExpiredToken", EXPIRED,
            "UnrecognizedClientException", UNKNOWN,
            "InvalidClientTokenId", UNKNOWN,
            "InvalidSignatureException", UNKNOWN,
            "SignatureDoesNotMatch", UNKNOWN,
            "IncompleteSignatureException", UNKNOWN,
            "MissingAuthenticationTokenException", UNKNOWN);

    private EmrFailure() {}

    /**
     * What to throw.
     *
     * @throws WrongUseException itself where another option mends it
     * @throws RunFailedException itself where the account must be mended
     */
    static IOException of(EmrCalls calls, String operation, SdkException cause) {
        if (!(cause instanceof AwsServiceException answer)) {
            throw unanswered(calls, operation, cause);
        }
        String code = details(answer).map(AwsErrorDetails::errorCode).orElse("");
        String known = CREDENTIALS.get(code);
        if (known != null) {
            throw new RunFailedException(known.formatted(calls.region()), cause);
        }
        if (code.startsWith("AccessDenied") || answer.statusCode() == 403) {
            throw new RunFailedException(denied(calls, operation, message(answer)), cause);
        }
        if (EmrCalls.isThrottled(answer)) {
            return new IOException(
                    "EMR " + operation + ": still asks to slow down after every retry; run again in some minutes",
                    cause);
        }
        if (answer.statusCode() >= 500) {
            return new IOException(
                    "EMR " + operation + ": fails with status " + answer.statusCode()
                            + "; look with './fruits emr status' before you repeat it",
                    cause);
        }
        throw refused(calls, operation, message(answer), cause);
    }

    private static RuntimeException refused(EmrCalls calls, String operation, String message, SdkException cause) {
        Matcher type = TYPE.matcher(message);
        if (message.toLowerCase(java.util.Locale.ROOT).contains("instance type") && type.find()) {
            return new WrongUseException(
                    "type " + type.group() + ": EMR does not have it in region " + calls.region()
                            + "; give another --type or --region (EMR says: " + message + ")",
                    cause);
        }
        if (message.contains("InstanceProfile") || message.contains("ServiceRole") || message.contains("Role")) {
            return new RunFailedException(
                    "EMR " + operation + ": a role is not there (" + message
                            + "); make the default ones from the cloudformation.yaml that './fruits emr plan' writes, or name"
                            + " yours with --service-role and --instance-profile",
                    cause);
        }
        return new WrongUseException(
                "EMR " + operation + " in " + calls.region() + ": is refused (" + message + "); change what it names",
                cause);
    }

    private static String denied(EmrCalls calls, String operation, String message) {
        Matcher named = DENIED.matcher(message);
        String permission = named.find() ? named.group(1) : calls.permission(operation);
        return "EMR " + operation + ": access denied to " + permission
                + "; give these credentials that right, or choose" + " others (AWS_PROFILE)";
    }

    private static RuntimeException unanswered(EmrCalls calls, String operation, SdkException e) {
        String said = Failures.chain(e)
                .map(cause -> String.valueOf(cause.getMessage()))
                .reduce("", (all, one) -> all + one);
        if (said.contains("oken is expired") || said.contains("session has expired") || said.contains("ExpiredToken")) {
            return new RunFailedException(EXPIRED, e);
        }
        if (said.contains("Unable to load credentials") || said.contains("Profile file contained no credentials")) {
            return new RunFailedException(
                    "credentials: none for AWS on this machine; set AWS_PROFILE or AWS_ACCESS_KEY_ID and"
                            + " AWS_SECRET_ACCESS_KEY, or run 'aws configure'",
                    e);
        }
        if (Failures.chain(e).anyMatch(UnknownHostException.class::isInstance)) {
            return new WrongUseException(
                    "region " + calls.region()
                            + ": no EMR is found there (no such host); check --region and the network",
                    e);
        }
        return new RunFailedException(
                "EMR " + operation + " in " + calls.region() + ": no answer (" + AwsError.printable(root(e))
                        + "); check the network, then look with './fruits emr status'",
                e);
    }

    /** Whether the network, and nothing before it, is to blame. */
    static boolean isConnection(SdkException e) {
        return Failures.chain(e).anyMatch(IOException.class::isInstance)
                && Failures.chain(e).noneMatch(UnknownHostException.class::isInstance);
    }

    private static Optional<AwsErrorDetails> details(AwsServiceException answer) {
        return Optional.ofNullable(answer.awsErrorDetails());
    }

    private static String message(AwsServiceException answer) {
        String text = details(answer).map(AwsErrorDetails::errorMessage).orElse("no reason given");
        return AwsError.printable(text);
    }

    private static String root(Throwable e) {
        return String.valueOf(Failures.root(e).getMessage());
    }
}
