package dev.fruits.aws.s3;

import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes one line, with its remedy, of a request that failed after all its tries. */
final class S3Failure {
    private S3Failure() {}

    /**
     * What to throw.
     *
     * @param place whose location and option the message names
     * @param action what was asked
     * @param key of the object, named instead of the location; null for the place as a whole
     * @param cause as the SDK threw it
     * @throws WrongUseException itself where there is no such bucket, or it is in another region
     */
    static IOException of(S3Location place, S3Action action, @Nullable String key, SdkException cause) {
        String thing = place.option() + " " + (key == null ? place.location() : place.url(key));
        if (cause instanceof AbortedException) {
            InterruptedIOException stopped = new InterruptedIOException(thing + ": the request was stopped");
            stopped.initCause(cause);
            return stopped;
        }
        if (!(cause instanceof AwsServiceException answer)) {
            return new IOException(printable(thing + ": " + S3ConnectionError.line(cause)), cause);
        }
        S3ErrorResponse refusal = new S3ErrorResponse(answer);
        String line = printable(thing + ": " + refusal.line(place.bucket(), action));
        if (refusal.isNoBucket() || refusal.isElsewhere()) {
            throw new WrongUseException(line, cause);
        }
        return new IOException(line, cause);
    }

    /** There is no such object; a HEAD that is answered so may mean the bucket too. */
    static boolean isMissingObject(SdkException e) {
        return e instanceof AwsServiceException answer
                && answer.statusCode() == 404
                && !new S3ErrorResponse(answer).isNoBucket();
    }

    /** The object is in an archive and was not restored. */
    static boolean isArchived(SdkException e) {
        return e instanceof AwsServiceException answer
                && new S3ErrorResponse(answer).code().equals("InvalidObjectState");
    }

    /** What was to be only if nobody else wrote (If-None-Match, If-Match) was not, for somebody did. */
    static boolean isPreconditionFailed(SdkException e) {
        return e instanceof AwsServiceException answer && (answer.statusCode() == 412 || answer.statusCode() == 409);
    }

    /** Keys may hold line breaks and what moves a terminal's cursor. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isISOControl(point)) {
                printable.append(String.format("\\u%04x", point));
            } else {
                printable.appendCodePoint(point);
            }
        });
        return printable.toString();
    }
}
