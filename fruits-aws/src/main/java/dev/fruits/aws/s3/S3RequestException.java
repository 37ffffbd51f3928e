package dev.fruits.aws.s3;

import dev.fruits.aws.AwsError;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** A request to S3 that failed after every retry. Its message is one line: the location, what is wrong, the remedy. */
final class S3RequestException extends IOException {
    private static final long serialVersionUID = 1L;

    private S3RequestException(String message, SdkException cause) {
        super(message, cause);
    }

    /**
     * The exception to throw.
     *
     * @param option that gave the location: {@code images}, {@code out}
     * @throws WrongUseException itself if there is no such bucket, or it is in another region
     */
    static IOException of(String option, Location location, String bucket, S3Action action, SdkException cause) {
        String thing = option + " " + printable(location.text()) + ": ";
        if (cause instanceof AbortedException) {
            InterruptedIOException interrupted = new InterruptedIOException(thing + "the request was interrupted");
            interrupted.initCause(cause);
            return interrupted;
        }
        if (!(cause instanceof AwsServiceException answer)) {
            String line = thing + AwsError.credentials(cause).orElseGet(() -> AwsError.connection(cause));
            return new S3RequestException(line.endsWith("run again") ? line + " with --resume" : line, cause);
        }
        S3ErrorResponse response = new S3ErrorResponse(answer);
        String line = thing + response.line(bucket, action);
        if (response.isNoBucket() || response.isOtherRegion()) {
            throw new WrongUseException(line, cause);
        }
        return new S3RequestException(line, cause);
    }

    /** There is no such object; for a HEAD request it may also be the bucket that is missing. */
    boolean isMissingObject() {
        return response().filter(S3ErrorResponse::isMissingObject).isPresent();
    }

    /** Another client wrote the object first, so that a conditional request did nothing. */
    boolean isPreconditionFailed() {
        return response().filter(S3ErrorResponse::isPreconditionFailed).isPresent();
    }

    /** Why this one object cannot be read, although the bucket can; empty if the request failed for another reason. */
    Optional<String> reasonOfObject() {
        return response().flatMap(S3ErrorResponse::reasonOfObject);
    }

    private Optional<S3ErrorResponse> response() {
        return getCause() instanceof AwsServiceException answer
                ? Optional.of(new S3ErrorResponse(answer))
                : Optional.empty();
    }

    /** Keys may hold line breaks and what moves a terminal's cursor. */
    private static String printable(String text) {
        return text.codePoints()
                .mapToObj(point ->
                        Character.isISOControl(point) ? String.format("\\u%04x", point) : Character.toString(point))
                .collect(Collectors.joining());
    }
}
