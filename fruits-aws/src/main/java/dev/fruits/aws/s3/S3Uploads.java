package dev.fruits.aws.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

/** Multipart uploads below a place. */
record S3Uploads(S3Objects objects) {
    PendingUpload begin(String name) throws IOException {
        String key = key(name);
        String id = objects.ask(
                S3Action.PUT,
                key,
                client -> client.createMultipartUpload(create -> create.bucket(bucket())
                                .key(key)
                                .contentType(MediaType.of(name))
                                .serverSideEncryption(objects.encryption())
                                .ssekmsKeyId(objects.settings().kmsKey())
                                .requestPayer(objects.payer()))
                        .uploadId());
        return new PendingUpload(name, id);
    }

    /**
     * Sends the first {@code length} bytes; not looked at afterwards.
     *
     * @param number from 1
     * @return what the store knows them by
     */
    String send(PendingUpload upload, int number, byte[] bytes, int length) throws IOException {
        String key = key(upload.name());
        RequestBody body = RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(bytes, 0, length), length, "application/octet-stream");
        return objects.ask(
                S3Action.PUT,
                key,
                client -> client.uploadPart(
                                part -> part.bucket(bucket())
                                        .key(key)
                                        .uploadId(upload.id())
                                        .partNumber(number)
                                        .contentLength((long) length)
                                        .contentMD5(ContentMd5.of(bytes, length))
                                        .requestPayer(objects.payer()),
                                body)
                        .eTag());
    }

    /** Makes the object. Where the answer to a try got lost, the next one finds no upload but a whole object. */
    void complete(UploadToken token) throws IOException {
        String key = key(token.name());
        boolean completed = objects.ask(S3Action.PUT, key, client -> {
            try {
                client.completeMultipartUpload(complete -> complete.bucket(bucket())
                        .key(key)
                        .uploadId(token.uploadId())
                        .multipartUpload(parts -> parts.parts(completedParts(token)))
                        .requestPayer(objects.payer()));
                return true;
            } catch (NoSuchUploadException e) {
                return false;
            }
        });
        if (!completed && !objects.size(token.name()).equals(Optional.of(token.size()))) {
            throw new IOException(objects.place().option() + " "
                    + objects.place().url(key) + ": its upload is gone; give each run an --out of its own");
        }
    }

    private static List<CompletedPart> completedParts(UploadToken token) {
        return IntStream.range(0, token.etags().size())
                .mapToObj(i -> CompletedPart.builder()
                        .partNumber(i + 1)
                        .eTag(token.etags().get(i))
                        .build())
                .toList();
    }

    /** Nothing happens where there is no such upload. */
    void abort(PendingUpload upload) throws IOException {
        String key = key(upload.name());
        objects.ask(S3Action.ABORT, key, client -> {
            try {
                return Optional.of(client.abortMultipartUpload(abort ->
                        abort.bucket(bucket()).key(key).uploadId(upload.id()).requestPayer(objects.payer())));
            } catch (SdkException e) {
                if (S3Failure.isMissingObject(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** Those of runs; others' are left out. */
    List<PendingUpload> pending() throws IOException {
        String prefix = objects.place().prefix();
        return objects.ask(
                S3Action.LIST_UPLOADS,
                null,
                client -> client
                        .listMultipartUploadsPaginator(
                                list -> list.bucket(bucket()).prefix(prefix).requestPayer(objects.payer()))
                        .uploads()
                        .stream()
                        .filter(upload -> upload.key().startsWith(prefix))
                        .map(upload -> new PendingUpload(upload.key().substring(prefix.length()), upload.uploadId()))
                        .filter(upload -> RunObjects.isOwn(upload.name()))
                        .toList());
    }

    void abortPending() throws IOException {
        for (PendingUpload upload : pending()) {
            abort(upload);
        }
    }

    private String bucket() {
        return objects.place().bucket();
    }

    private String key(String name) {
        return objects.place().key(name);
    }
}
