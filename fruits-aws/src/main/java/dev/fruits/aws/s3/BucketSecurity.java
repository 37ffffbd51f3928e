package dev.fruits.aws.s3;

import dev.fruits.aws.AwsError;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.PolicyStatus;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;

/** Whether the bucket of a location is public, or keeps objects without encryption; messages name the option. */
record BucketSecurity(StoreSettings store, String option, Location location) {
    private static final String ANYBODY = "http://acs.amazonaws.com/groups/global/AllUsers";
    private static final String ANYBODY_WITH_AN_ACCOUNT = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";

    /** One line each; none if all is well. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        warnIf(warnings, "is public by its policy", "s3:GetBucketPolicyStatus", this::hasPublicPolicy);
        warnIf(warnings, "is public by its access list", "s3:GetBucketAcl", this::hasPublicAccessList);
        warnIf(warnings, "does not encrypt its objects", "s3:GetEncryptionConfiguration", this::isUnencrypted);
        return warnings;
    }

    private void warnIf(List<String> warnings, String what, String permission, BooleanSupplier check) {
        String bucket = option + " " + location + ": bucket '" + bucket() + "' ";
        try {
            if (check.getAsBoolean()) {
                warnings.add(bucket + what);
            }
        } catch (SdkException e) {
            warnings.add(bucket + "was not checked: whether it " + what + " needs " + permission);
        }
    }

    private boolean hasPublicPolicy() {
        try {
            PolicyStatus status = client().getBucketPolicyStatus(request -> request.bucket(bucket()))
                    .policyStatus();
            return status != null && Boolean.TRUE.equals(status.isPublic());
        } catch (AwsServiceException e) {
            return absent(e, "NoSuchBucketPolicy");
        }
    }

    private boolean hasPublicAccessList() {
        return client().getBucketAcl(acl -> acl.bucket(bucket())).grants().stream()
                .map(Grant::grantee)
                .filter(Objects::nonNull)
                .anyMatch(grantee -> ANYBODY.equals(grantee.uri()) || ANYBODY_WITH_AN_ACCOUNT.equals(grantee.uri()));
    }

    private boolean isUnencrypted() {
        try {
            ServerSideEncryptionConfiguration encryption = client().getBucketEncryption(
                            request -> request.bucket(bucket()))
                    .serverSideEncryptionConfiguration();
            return encryption == null || encryption.rules().isEmpty();
        } catch (AwsServiceException e) {
            return !absent(e, "ServerSideEncryptionConfigurationNotFoundError");
        }
    }

    /** False if the response says that there is no such thing; throws any other. */
    private static boolean absent(AwsServiceException response, String code) {
        if (AwsError.code(response).equals(code)) {
            return false;
        }
        throw response;
    }

    private String bucket() {
        return S3Location.of(option, location).bucket();
    }

    private S3Client client() {
        return S3Clients.of(store, location);
    }
}
