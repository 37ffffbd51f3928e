package dev.fruits.aws.s3;

import dev.fruits.core.sink.StagedPart;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** A part as a multipart upload, sent in pieces of 8 MiB, one at a time. */
final class S3StagedPart implements StagedPart {
    /** At least 5 MiB but for the last, and at most 10,000 of them: 78 GiB. */
    static final int PIECE_BYTES = 8 << 20;

    private final S3Uploads uploads;
    private final PendingUpload upload;
    private final List<String> etags = new ArrayList<>();
    private final byte[] piece = new byte[PIECE_BYTES];
    private int filled;
    private long size;
    private boolean whole;

    private S3StagedPart(S3Uploads uploads, PendingUpload upload) {
        this.uploads = uploads;
        this.upload = upload;
    }

    static S3StagedPart begin(S3Uploads uploads, String name) throws IOException {
        return new S3StagedPart(uploads, uploads.begin(name));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        for (int from = offset; from < end; ) {
            if (filled == piece.length) {
                send();
            }
            int count = Math.min(end - from, piece.length - filled);
            System.arraycopy(bytes, from, piece, filled, count);
            filled += count;
            from += count;
        }
    }

    @Override
    public String finish() throws IOException {
        if (filled > 0 || etags.isEmpty()) {
            send();
        }
        whole = true;
        return new UploadToken(upload.name(), size, etags, upload.id()).text();
    }

    private void send() throws IOException {
        etags.add(uploads.send(upload, etags.size() + 1, piece, filled));
        size += filled;
        filled = 0;
    }

    /** An upload that cannot be given up now is removed with everything pending, by this run's end or the next run. */
    @Override
    public void close() {
        if (whole) {
            return;
        }
        try {
            Uninterrupted.run(() -> uploads.abort(upload));
        } catch (IOException | RuntimeException e) {
            System.getLogger(S3StagedPart.class.getName()).log(Level.DEBUG, e.getMessage());
        }
    }
}
