package dev.fruits.aws.s3;

import dev.fruits.core.store.StoreSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Grant;

/**
 * Whether a bucket is open to anybody, or keeps objects as they come.
 *
 * @param store how it is reached
 * @param place in it
 */
record BucketSecurity(StoreSettings store, S3Location place) {
    private static final String ANYBODY = "http://acs.amazonaws.com/groups/global/AllUsers";
    private static final String ANYBODY_WITH_AN_ACCOUNT = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";

    /** One line each; none if all is well. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        warnIf(warnings, "is public by its policy", "s3:GetBucketPolicyStatus", this::hasPublicPolicy);
        warnIf(warnings, "is public by its access list", "s3:GetBucketAcl", this::hasPublicAccessList);
        warnIf(warnings, "does not encrypt what it keeps", "s3:GetEncryptionConfiguration", this::keepsPlain);
        return warnings;
    }

    private void warnIf(List<String> warnings, String what, String permission, BooleanSupplier question) {
        String bucket = place.option() + " " + place.location() + ": bucket '" + place.bucket() + "' ";
        try {
            if (question.getAsBoolean()) {
                warnings.add(bucket + what);
            }
        } catch (SdkException e) {
            warnings.add(bucket + "may be one that " + what + ", which cannot be told without " + permission);
        }
    }

    private boolean hasPublicPolicy() {
        try {
            return Boolean.TRUE.equals(client().getBucketPolicyStatus(status -> status.bucket(place.bucket()))
                    .policyStatus()
                    .isPublic());
        } catch (AwsServiceException e) {
            return absent(e, "NoSuchBucketPolicy");
        }
    }

    private boolean hasPublicAccessList() {
        return client().getBucketAcl(acl -> acl.bucket(place.bucket())).grants().stream()
                .map(Grant::grantee)
                .anyMatch(grantee -> ANYBODY.equals(grantee.uri()) || ANYBODY_WITH_AN_ACCOUNT.equals(grantee.uri()));
    }

    private boolean keepsPlain() {
        try {
            return client().getBucketEncryption(encryption -> encryption.bucket(place.bucket()))
                    .serverSideEncryptionConfiguration()
                    .rules()
                    .isEmpty();
        } catch (AwsServiceException e) {
            return !absent(e, "ServerSideEncryptionConfigurationNotFoundError");
        }
    }

    /** False if the answer says that there is no such thing; throws any other. */
    private static boolean absent(AwsServiceException answer, String code) {
        if (new S3ErrorResponse(answer).code().equals(code)) {
            return false;
        }
        throw answer;
    }

    private S3Client client() {
        return S3Clients.of(store, place);
    }
}
