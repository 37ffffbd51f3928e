package dev.fruits.aws.s3;

import dev.fruits.aws.AwsError;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A response of S3 that is not a success; it may lack the body, as every response to a HEAD request does.
 *
 * @param answer as the SDK threw it; its message may name the caller and is never shown whole
 */
record S3ErrorResponse(AwsServiceException answer) {
    private static final Set<String> OTHER_REGION = Set.of(
            "PermanentRedirect",
            "TemporaryRedirect",
            "AuthorizationHeaderMalformed",
            "IllegalLocationConstraintException");
    private static final Pattern ASKED_REGION = Pattern.compile("the region '([a-z0-9-]+)' is wrong");
    private static final Pattern EXPECTED_REGION = Pattern.compile("expecting '([a-z0-9-]+)'");
    private static final Pattern KMS_ACTION = Pattern.compile("kms:[A-Za-z]+");
    private static final String KMS = "KMS.";
    private static final String CUSTOMER_KEY = "stored using a form of Server Side Encryption";
    private static final String ARCHIVED = "InvalidObjectState";
    private static final Map<String, String> LINES = Map.of(
            "NoSuchUpload",
            "the upload no longer exists; use a separate --out for each run",
            ARCHIVED,
            "is archived; restore it first",
            "EntityTooLarge",
            "is too large for the store; write smaller files");

    boolean isNoBucket() {
        return code().equals("NoSuchBucket");
    }

    boolean isOtherRegion() {
        boolean isHead = answer.statusCode() == 400 && code().isEmpty() && region().isPresent();
        return answer.statusCode() == 301 || OTHER_REGION.contains(code()) || isHead;
    }

    boolean isMissingObject() {
        return answer.statusCode() == 404 && !isNoBucket();
    }

    boolean isPreconditionFailed() {
        return answer.statusCode() == 412 || answer.statusCode() == 409;
    }

    /** Why this one object cannot be read: it is archived, or encrypted with a key that these credentials may not use. */
    Optional<String> reasonOfObject() {
        if (code().equals(ARCHIVED)) {
            return Optional.of("archived; restore it first");
        }
        if (answerText().contains(CUSTOMER_KEY)) {
            return Optional.of("encrypted with a customer-provided key (SSE-C), which is not supported");
        }
        boolean isBusy = AwsError.isThrottled(answer) || code().contains("Throttling");
        return isBusy ? Optional.empty() : encryption();
    }

    /** What is wrong and the remedy, without the location. */
    String line(String bucket, S3Action action) {
        String line = meaning(bucket, action);
        String id = answer.requestId();
        return id == null ? line : line + " (request ID " + AwsError.printable(id) + ")";
    }

    private String meaning(String bucket, S3Action action) {
        if (isNoBucket()) {
            return "bucket '" + bucket + "' not found; check its name";
        }
        if (isOtherRegion()) {
            return otherRegion(bucket);
        }
        return AwsError.credentials(answer)
                .or(() -> Optional.ofNullable(LINES.get(code())))
                .or(() -> Optional.of("object not found; check the name").filter(line -> answer.statusCode() == 404))
                .or(this::encryption)
                .or(() -> access(action))
                .or(this::overload)
                .orElseGet(() -> "the store rejected the request (" + named() + "): " + answerText()
                        + "; check the location and --endpoint");
    }

    private String otherRegion(String bucket) {
        Matcher asked = ASKED_REGION.matcher(answerText());
        String not = asked.find() ? ", not in " + asked.group(1) : ", not in the region of this request";
        return region().map(region -> "bucket '" + bucket + "' is in " + region + not + "; pass --region " + region)
                .orElse("bucket '" + bucket + "' is in another region" + not + "; pass its region as --region");
    }

    /** Where the bucket is, if the store says so. */
    private Optional<String> region() {
        Matcher expected = EXPECTED_REGION.matcher(answerText());
        return AwsError.header(answer, BucketRegion.HEADER)
                .or(() -> expected.find() ? Optional.of(expected.group(1)) : Optional.empty());
    }

    /** Errors of the key service come through S3, under its code or as a denied action of the key service. */
    private Optional<String> encryption() {
        if (code().startsWith(KMS)) {
            return Optional.of(
                    "its KMS key cannot be used (" + code() + "); enable the key, or give another --kms-key");
        }
        Matcher denied = KMS_ACTION.matcher(answerText());
        return answer.statusCode() == 403 && denied.find()
                ? Optional.of("access denied: grant " + denied.group() + " on the KMS key to these credentials")
                : Optional.empty();
    }

    private Optional<String> access(S3Action action) {
        if (answer.statusCode() != 401 && answer.statusCode() != 403) {
            return Optional.empty();
        }
        String pays = action.isReading() ? "; pass --requester-pays if the bucket's readers pay" : "";
        return Optional.of("access denied: grant " + action.permission()
                + " to these credentials, or use others (AWS_PROFILE)" + pays);
    }

    private Optional<String> overload() {
        if (AwsError.isThrottled(answer)) {
            return Optional.of("the store still throttles requests after every retry (" + named()
                    + "); run again later with --resume, or with fewer --threads");
        }
        return answer.statusCode() >= 500
                ? Optional.of(
                        "the store still fails after every retry (" + named() + "); run again later with --resume")
                : Optional.empty();
    }

    private String named() {
        return (answer.statusCode() + " " + code()).strip();
    }

    private String code() {
        return AwsError.code(answer);
    }

    private String answerText() {
        return AwsError.message(answer);
    }
}
