package dev.fruits.aws.s3;

import java.io.IOException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.OptionalObjectAttributes;

/**
 * What is read below a place, one request a method. Safe for many threads.
 *
 * @param place of everything
 * @param client shared, not closed here
 */
record S3Folder(S3Location place, S3Client client) {
    /**
     * Up to 1,000 objects, in the order of their keys.
     *
     * @param delimiter where keys are cut off; empty for everything below {@code prefix}
     * @param token of the page before; empty for the first page
     * @throws IOException if the store fails or refuses
     */
    ListObjectsV2Response page(String prefix, String delimiter, String token) throws IOException {
        ListObjectsV2Request.Builder request = ListObjectsV2Request.builder()
                .bucket(place.bucket())
                .prefix(prefix)
                .encodingType(EncodingType.URL) // XML 1.0 cannot hold every key
                .optionalObjectAttributes(OptionalObjectAttributes.RESTORE_STATUS);
        if (!delimiter.isEmpty()) {
            request.delimiter(delimiter);
        }
        if (!token.isEmpty()) {
            request.continuationToken(token);
        }
        try {
            return client.listObjectsV2(request.build());
        } catch (SdkException e) {
            throw S3Failure.of(place, S3Action.LIST, null, e);
        }
    }

    /**
     * Gets an object.
     *
     * @param request without bucket and key
     * @param body reads it; what it throws is tried again where it is the SDK's {@code RetryableException}
     * @throws SdkException as the SDK throws it, after its tries
     */
    <T> T get(String key, GetObjectRequest.Builder request, ResponseTransformer<GetObjectResponse, T> body) {
        return client.getObject(request.bucket(place.bucket()).key(key).build(), body);
    }
}
