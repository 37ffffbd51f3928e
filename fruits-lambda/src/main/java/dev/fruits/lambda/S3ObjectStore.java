package dev.fruits.lambda;

import dev.fruits.aws.AwsError;
import dev.fruits.aws.s3.S3Location;
import dev.fruits.aws.s3.S3Objects;
import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.util.Objects;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Amazon S3, in the words of the function's log. */
record S3ObjectStore(S3Objects objects) implements ObjectStore {
    @Override
    public byte[] read(S3Location object, int limit) throws IOException {
        try {
            return objects.read(object, limit);
        } catch (WrongUseException | IOException e) {
            throw new IOException(object + ": " + reason(e.getCause() == null ? e : e.getCause()), e);
        }
    }

    /** {@code NoSuchKey (404), request id 4442587FB7D0A2F9; …}. */
    private static String reason(Throwable cause) {
        if (!(cause instanceof AwsServiceException refusal)) {
            String message = Objects.requireNonNullElse(
                    cause.getMessage(), cause.getClass().getSimpleName());
            String said = message.lines().findFirst().orElse("");
            return "not read, as S3 did not answer (" + said.strip() + "); request id unknown";
        }
        String code = AwsError.code(refusal);
        String remedy = refusal.statusCode() == 403
                ? "; allow the function's role s3:GetObject on it (and s3:ListBucket, so that a missing one is told)"
                : "; the function tries again when Lambda does";
        return (code.isEmpty() ? "refused" : code) + " (" + refusal.statusCode() + "), request id "
                + refusal.requestId() + remedy;
    }
}
