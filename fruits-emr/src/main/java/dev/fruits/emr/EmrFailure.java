package dev.fruits.emr;

import dev.fruits.aws.AwsError;
import dev.fruits.core.Failures;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;

/** One line, with its remedy, for a request to EMR that failed. */
final class EmrFailure {
    private static final Pattern DENIED = Pattern.compile("perform: ([a-z0-9-]+:[A-Za-z]+)");
    private static final Pattern TYPE =
            Pattern.compile("[a-z][a-z0-9-]*\\d[a-z0-9-]*\\.\\d*(?:[a-z]+|metal-\\d+xl)\\b");

    private EmrFailure() {}

    /**
     * The exception to throw.
     *
     * @throws WrongUseException itself where another option is the remedy
     * @throws RunFailedException itself where the account needs a change
     */
    static IOException of(EmrCalls calls, String operation, SdkException cause) {
        Optional<String> credentials = AwsError.credentials(cause);
        if (credentials.isPresent()) {
            throw new RunFailedException("EMR " + operation + ": " + credentials.get(), cause);
        }
        int status = AwsError.status(cause);
        if (status == 0) {
            throw noResponse(calls, operation, cause);
        }
        if (AwsError.code(cause).startsWith("AccessDenied") || status == 403) {
            throw new RunFailedException(denied(calls, operation, message(cause)), cause);
        }
        if (AwsError.isThrottled(cause)) {
            return new IOException(
                    "EMR " + operation + ": requests are still throttled after every retry; run again in some minutes",
                    cause);
        }
        if (status >= 500) {
            return new IOException(
                    "EMR " + operation + ": failed with status " + status
                            + "; check './fruits emr status' before you repeat it",
                    cause);
        }
        throw rejected(calls, operation, message(cause), cause);
    }

    private static RuntimeException rejected(EmrCalls calls, String operation, String message, SdkException cause) {
        Matcher type = TYPE.matcher(message);
        if (message.toLowerCase(Locale.ROOT).contains("instance type") && type.find()) {
            return new WrongUseException(
                    "type " + type.group() + ": EMR does not offer it in region " + calls.region()
                            + "; pass another --type or --region (EMR says: " + message + ")",
                    cause);
        }
        if (message.contains("InstanceProfile") || message.contains("ServiceRole") || message.contains("Role")) {
            return new RunFailedException(
                    "EMR " + operation + ": a role is missing (" + message
                            + "); create the default roles from the cloudformation.yaml that './fruits emr plan' writes, or"
                            + " name yours with --service-role and --instance-profile",
                    cause);
        }
        return new WrongUseException(
                "EMR rejected " + operation + " in " + calls.region() + ": " + message + "; correct that value", cause);
    }

    private static String denied(EmrCalls calls, String operation, String message) {
        Matcher named = DENIED.matcher(message);
        String permission = named.find() ? named.group(1) : calls.permission(operation);
        return "EMR " + operation + ": access denied to " + permission
                + "; grant that permission to these credentials, or use other credentials (AWS_PROFILE)";
    }

    private static RuntimeException noResponse(EmrCalls calls, String operation, SdkException e) {
        if (AwsError.isUnknownHost(e)) {
            return new WrongUseException(
                    "region " + calls.region()
                            + ": EMR has no endpoint there (no such host); check --region and the network",
                    e);
        }
        String root = String.valueOf(Failures.root(e).getMessage());
        return new RunFailedException(
                "EMR " + operation + " in " + calls.region() + ": no response (" + AwsError.printable(root)
                        + "); check the network, then check './fruits emr status'",
                e);
    }

    /** Whether the connection failed after the host was found. */
    static boolean isConnection(SdkException e) {
        return Failures.chain(e).anyMatch(IOException.class::isInstance)
                && Failures.chain(e).noneMatch(UnknownHostException.class::isInstance);
    }

    private static String message(SdkException cause) {
        String text = AwsError.message(cause);
        return text.isEmpty() ? "no reason given" : text;
    }
}
