package dev.fruits.spark.hadoop;

import dev.fruits.core.sink.StoredPart;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.util.functional.FutureIO;

/** Some bytes of a part, read in order. */
final class HadoopSlice extends InputStream {
    private final FSDataInputStream file;
    private long left;

    private HadoopSlice(FSDataInputStream file, long length) {
        this.file = file;
        this.left = length;
    }

    /** One request on S3, for these bytes alone. */
    static HadoopSlice open(HadoopResultFolder results, StoredPart part, long begin, long length) throws IOException {
        try {
            FSDataInputStream file = FutureIO.awaitFuture(results.files()
                    .openFile(results.resolve(part.name()))
                    .opt("fs.option.openfile.read.policy", "random")
                    .opt("fs.option.openfile.length", Long.toString(part.size()))
                    .opt("fs.s3a.readahead.range", Long.toString(Math.max(1, length)))
                    .build());
            file.seek(begin);
            return new HadoopSlice(file, length);
        } catch (IOException e) {
            throw new IOException(HadoopReason.of(e), e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = file.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("ends too early");
        }
        left -= count;
        return count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
