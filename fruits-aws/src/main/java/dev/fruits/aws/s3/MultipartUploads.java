package dev.fruits.aws.s3;

import static dev.fruits.aws.s3.S3Action.ABORT;
import static dev.fruits.aws.s3.S3Action.LIST_UPLOADS;
import static dev.fruits.aws.s3.S3Action.PUT;

import dev.fruits.aws.s3.S3Objects.Request;
import dev.fruits.core.image.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Multipart uploads: the parts of an object are sent one by one, and the object appears when its upload is completed. */
record MultipartUploads(S3Objects objects) {
    /** Of each part but the last: at least 5 MiB, and at most 10,000 of them: 78 GiB. */
    static final int PART_BYTES = 8 << 20;

    PendingUpload begin(Location object, Map<String, String> metadata) throws IOException {
        Request<String> begin = (client, at) -> client.createMultipartUpload(create -> create.bucket(at.bucket())
                        .key(at.key())
                        .metadata(metadata)
                        .contentType(MediaType.of(at.key()))
                        .serverSideEncryption(objects.encryption())
                        .ssekmsKeyId(objects.settings().kmsKey()))
                .uploadId();
        return new PendingUpload(object, objects.ask(PUT, object, begin));
    }

    /**
     * Sends the first {@code length} bytes; does not read the array afterwards.
     *
     * @param number from 1
     * @return the part's ETag
     */
    String send(PendingUpload upload, int number, byte[] bytes, int length) throws IOException {
        RequestBody body = RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(bytes, 0, length), length, "application/octet-stream");
        Request<String> send = (client, at) -> client.uploadPart(
                        part -> part.bucket(at.bucket())
                                .key(at.key())
                                .uploadId(upload.id())
                                .partNumber(number)
                                .contentLength((long) length)
                                .contentMD5(ContentMd5.of(bytes, length)),
                        body)
                .eTag();
        return objects.ask(PUT, upload.object(), send);
    }

    /** Makes the object. If the answer to a try is lost, the next try finds no upload but a whole object. */
    void complete(PendingUpload upload, List<String> etags, long size) throws IOException {
        Request<CompleteMultipartUploadResponse> complete =
                (client, at) -> client.completeMultipartUpload(of -> of.bucket(at.bucket())
                        .key(at.key())
                        .uploadId(upload.id())
                        .multipartUpload(parts -> parts.parts(completed(etags))));
        try {
            objects.ask(PUT, upload.object(), complete);
        } catch (S3RequestException e) {
            if (!e.isMissingObject() || !Optional.of(size).equals(size(upload.object()))) {
                throw e;
            }
        }
    }

    private Optional<Long> size(Location object) throws IOException {
        return objects.head(object).map(HeadObjectResponse::contentLength);
    }

    private static List<CompletedPart> completed(List<String> etags) {
        List<CompletedPart> parts = new ArrayList<>();
        for (String etag : etags) {
            parts.add(CompletedPart.builder()
                    .partNumber(parts.size() + 1)
                    .eTag(etag)
                    .build());
        }
        return parts;
    }

    /** Does nothing if there is no such upload. */
    void abort(PendingUpload upload) throws IOException {
        Request<AbortMultipartUploadResponse> abort = (client, at) -> client.abortMultipartUpload(
                of -> of.bucket(at.bucket()).key(at.key()).uploadId(upload.id()));
        try {
            objects.ask(ABORT, upload.object(), abort);
        } catch (S3RequestException e) {
            if (!e.isMissingObject()) {
                throw e;
            }
        }
    }

    /** The pending uploads below a folder. */
    List<PendingUpload> pending(Location folder) throws IOException {
        Request<List<PendingUpload>> list = (client, at) ->
                client
                        .listMultipartUploadsPaginator(
                                of -> of.bucket(at.bucket()).prefix(at.prefix()))
                        .uploads()
                        .stream()
                        .filter(upload -> upload.key().startsWith(at.prefix()))
                        .map(upload -> {
                            String name = upload.key().substring(at.prefix().length());
                            return new PendingUpload(folder.resolve(name), upload.uploadId());
                        })
                        .toList();
        return objects.ask(LIST_UPLOADS, folder, list);
    }

    /** Uploads a file of any size; an upload that fails is aborted. */
    void upload(Location object, Path file, Map<String, String> metadata) throws IOException {
        abortEarlier(object);
        PendingUpload upload = begin(object, metadata);
        try (InputStream in = Files.newInputStream(file)) {
            List<String> etags = new ArrayList<>();
            long size = 0;
            for (byte[] part = in.readNBytes(PART_BYTES); part.length > 0; part = in.readNBytes(PART_BYTES)) {
                etags.add(send(upload, etags.size() + 1, part, part.length));
                size += part.length;
            }
            complete(upload, etags, size);
        } catch (IOException | RuntimeException e) {
            Uninterrupted.runAfter(e, () -> abort(upload));
            throw e;
        }
    }

    /** What a killed upload left is billed; if listing uploads is not permitted, it is left to the bucket's rules. */
    private void abortEarlier(Location object) {
        Location folder = new Location(object.text().substring(0, object.text().lastIndexOf('/')));
        Uninterrupted.runOrLog(System.Logger.Level.DEBUG, "", () -> {
            for (PendingUpload upload : pending(folder)) {
                if (upload.object().equals(object)) {
                    abort(upload);
                }
            }
        });
    }
}
