package dev.fruits.aws.s3;

import dev.fruits.core.image.Location;
import dev.fruits.core.sink.StagedPart;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A part of a table as a multipart upload, sent piece by piece while it is written. */
final class S3StagedPart implements StagedPart {
    private final MultipartUploads uploads;
    private final String name;
    private final PendingUpload upload;
    private final List<String> etags = new ArrayList<>();
    private final ByteBuffer piece = ByteBuffer.allocate(MultipartUploads.PART_BYTES);
    private long size;
    private boolean whole;

    /** Begins the upload of the object {@code name} below the results. */
    S3StagedPart(MultipartUploads uploads, Location results, String name) throws IOException {
        this.uploads = uploads;
        this.name = name;
        this.upload = uploads.begin(results.resolve(name), Map.of());
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        for (int from = offset; from < end; ) {
            if (!piece.hasRemaining()) {
                send();
            }
            int count = Math.min(end - from, piece.remaining());
            piece.put(bytes, from, count);
            from += count;
        }
    }

    @Override
    public String finish() throws IOException {
        if (piece.position() > 0 || etags.isEmpty()) {
            send();
        }
        whole = true;
        return new UploadToken(name, size, etags, upload.id()).text();
    }

    private void send() throws IOException {
        etags.add(uploads.send(upload, etags.size() + 1, piece.array(), piece.position()));
        size += piece.position();
        piece.clear();
    }

    /** An upload that cannot be aborted now is aborted with everything pending, by this run's end or the next run. */
    @Override
    public void close() {
        if (!whole) {
            Uninterrupted.runOrLog(Level.DEBUG, "", () -> uploads.abort(upload));
        }
    }
}
