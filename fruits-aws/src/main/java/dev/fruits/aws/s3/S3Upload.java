package dev.fruits.aws.s3;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** One file to one object; nothing is there before all of it is. */
record S3Upload(S3Client client, PutObjectRequest target) {
    /** Of each piece but the last: small enough to be sent again when a connection breaks. */
    static final int PIECE = 8 << 20;

    /** Always null: what is asked for is the effect. */
    Void send(Path file, long size) {
        if (size <= PIECE) {
            client.putObject(target, file);
            return null;
        }
        abortEarlier();
        String id = client.createMultipartUpload(begin()).uploadId();
        try {
            List<CompletedPart> pieces = pieces(file, size, id);
            client.completeMultipartUpload(complete -> complete.bucket(target.bucket())
                    .key(target.key())
                    .uploadId(id)
                    .multipartUpload(all -> all.parts(pieces)));
        } catch (RuntimeException e) {
            abort(id, e);
            throw e;
        }
        return null;
    }

    private CreateMultipartUploadRequest begin() {
        return CreateMultipartUploadRequest.builder()
                .bucket(target.bucket())
                .key(target.key())
                .metadata(target.metadata())
                .serverSideEncryption(target.serverSideEncryption())
                .ssekmsKeyId(target.ssekmsKeyId())
                .build();
    }

    private List<CompletedPart> pieces(Path file, long size, String id) {
        List<CompletedPart> pieces = new ArrayList<>();
        for (long from = 0; from < size; from += PIECE) {
            int number = pieces.size() + 1;
            long length = Math.min(PIECE, size - from);
            RequestBody piece = RequestBody.fromContentProvider(
                    new FilePiece(file, from, length), length, "application/octet-stream");
            String tag = client.uploadPart(
                            part -> part.bucket(target.bucket())
                                    .key(target.key())
                                    .uploadId(id)
                                    .partNumber(number)
                                    .contentLength(length),
                            piece)
                    .eTag();
            pieces.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
        }
        return pieces;
    }

    /** What a killed launch began would be kept, and paid for; who may not list uploads leaves it to the bucket's rules. */
    private void abortEarlier() {
        try {
            uploads().forEach(this::abort);
        } catch (S3Exception e) {
            System.getLogger(S3Upload.class.getName())
                    .log(Level.DEBUG, "uploads that an earlier launch left are not looked for", e);
        }
    }

    private List<String> uploads() {
        return client.listMultipartUploads(list -> list.bucket(target.bucket()).prefix(target.key())).uploads().stream()
                .filter(upload -> upload.key().equals(target.key()))
                .map(MultipartUpload::uploadId)
                .toList();
    }

    private void abort(String id, RuntimeException cause) {
        try {
            abort(id);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void abort(String id) {
        client.abortMultipartUpload(
                abort -> abort.bucket(target.bucket()).key(target.key()).uploadId(id));
    }
}
