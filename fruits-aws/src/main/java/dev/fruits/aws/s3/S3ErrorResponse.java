package dev.fruits.aws.s3;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * An answer of the store that is no success.
 *
 * @param answer as the SDK threw it; its message may name the caller and is not shown whole
 */
record S3ErrorResponse(AwsServiceException answer) {
    private static final Set<String> ELSEWHERE = Set.of(
            "PermanentRedirect",
            "TemporaryRedirect",
            "AuthorizationHeaderMalformed",
            "IllegalLocationConstraintException");
    private static final Pattern ASKED_REGION = Pattern.compile("the region '([a-z0-9-]+)' is wrong");
    private static final Pattern EXPECTED_REGION = Pattern.compile("expecting '([a-z0-9-]+)'");
    private static final Pattern KMS_ACTION = Pattern.compile("kms:[A-Za-z]+");
    /** Access key ids, tokens, signatures. */
    private static final Pattern SECRET = Pattern.compile("(?:AKIA|ASIA)\\w+|[\\w+/=%-]{32,}");

    private static final String EXPIRED =
            "the credentials have expired; get new ones (aws sso login, or new session tokens) and run again";
    private static final String UNKNOWN =
            "the store does not know these credentials; check AWS_PROFILE, or the access key and its secret";
    private static final Map<String, String> LINES = Map.ofEntries(
            Map.entry("ExpiredToken", EXPIRED),
            Map.entry("TokenRefreshRequired", EXPIRED),
            Map.entry("InvalidAccessKeyId", UNKNOWN),
            Map.entry("InvalidToken", UNKNOWN),
            Map.entry("SignatureDoesNotMatch", UNKNOWN),
            Map.entry("RequestTimeTooSkewed", "this machine's clock is wrong; set it and run again"),
            Map.entry("NoSuchUpload", "its upload is gone; give each run an --out of its own"),
            Map.entry("InvalidObjectState", "is archived; restore it, or leave it out"),
            Map.entry("EntityTooLarge", "is too large for the store; write smaller files"));

    boolean isNoBucket() {
        return code().equals("NoSuchBucket");
    }

    boolean isElsewhere() {
        boolean headElsewhere = answer.statusCode() == 400 && code().isEmpty() && region().isPresent();
        return answer.statusCode() == 301 || ELSEWHERE.contains(code()) || headElsewhere;
    }

    /** The store's own name of the error; empty where the answer has no body, as to a HEAD. */
    String code() {
        return details().map(AwsErrorDetails::errorCode).orElse("");
    }

    /** What is wrong and the remedy, without the thing. */
    String line(String bucket, S3Action action) {
        String line = meaning(bucket, action);
        String id = answer.requestId();
        return id == null ? line : line + " (request " + SECRET.matcher(id).replaceAll("…") + ")";
    }

    private String meaning(String bucket, S3Action action) {
        if (isNoBucket()) {
            return "there is no bucket '" + bucket + "'; check its name";
        }
        if (isElsewhere()) {
            return elsewhere(bucket);
        }
        String known = LINES.get(code());
        if (known != null) {
            return known;
        }
        if (answer.statusCode() == 404) {
            return "there is no such object; check the name";
        }
        return encryption().or(() -> access(action)).or(this::overload).orElseGet(this::other);
    }

    private String elsewhere(String bucket) {
        Matcher asked = ASKED_REGION.matcher(message());
        String not = asked.find() ? ", not in " + asked.group(1) : ", not in the region that was asked";
        return region().map(region -> "the bucket '" + bucket + "' is in " + region + not + "; pass --region " + region)
                .orElse("the bucket '" + bucket + "' is in another region" + not + "; pass its own as --region");
    }

    /** Where the bucket is, if the store says so. */
    private Optional<String> region() {
        Matcher expected = EXPECTED_REGION.matcher(message());
        return details()
                .map(AwsErrorDetails::sdkHttpResponse)
                .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"))
                .or(() -> expected.find() ? Optional.of(expected.group(1)) : Optional.empty());
    }

    /** Errors of the key service come through S3, under its code or as a denied action of its. */
    private Optional<String> encryption() {
        if (code().startsWith("KMS.")) {
            return Optional.of(
                    "its KMS key cannot be used (" + code() + "); enable the key, or give another --kms-key");
        }
        Matcher denied = KMS_ACTION.matcher(message());
        if (answer.statusCode() == 403 && denied.find()) {
            return Optional.of(
                    "access denied to " + denied.group() + "; give these credentials that right on the KMS key");
        }
        return Optional.empty();
    }

    private Optional<String> access(S3Action action) {
        if (answer.statusCode() != 401 && answer.statusCode() != 403) {
            return Optional.empty();
        }
        String pays = action.isReading() ? "; --requester-pays if the bucket's readers pay" : "";
        return Optional.of("access denied to " + action.permission()
                + "; give these credentials that right, or choose others (AWS_PROFILE)" + pays);
    }

    private Optional<String> overload() {
        int status = answer.statusCode();
        if (status == 503 || status == 429 || answer.isThrottlingException()) {
            return Optional.of("the store asks to slow down, after every retry" + named()
                    + "; run again later with --resume, or with fewer --threads");
        }
        return status >= 500
                ? Optional.of("the store failed with status " + status + ", after every retry" + named()
                        + "; run again later with --resume")
                : Optional.empty();
    }

    private String other() {
        return "the store refuses with status " + answer.statusCode() + named() + ": "
                + SECRET.matcher(message()).replaceAll("…") + "; check the location and --endpoint";
    }

    private String named() {
        return code().isEmpty() ? "" : " " + code();
    }

    private String message() {
        return details().map(AwsErrorDetails::errorMessage).orElse("");
    }

    private Optional<AwsErrorDetails> details() {
        return Optional.ofNullable(answer.awsErrorDetails());
    }
}
