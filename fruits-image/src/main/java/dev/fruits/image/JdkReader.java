package dev.fruits.image;

import dev.fruits.core.Failures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** The JDK's own reader of one format, reused from picture to picture. Used by one thread. */
final class JdkReader implements AutoCloseable {
    static final String NOT_ENOUGH_MEMORY = "not enough memory for its pixels; shrink it or raise -Xmx";

    private final String format;
    private @Nullable ImageReader reader;
    private boolean warned;

    JdkReader(String format) {
        this.format = format;
    }

    /** Reads the first picture of the bytes; whatever the reader throws or warns of means that they are damaged. */
    BufferedImage read(byte[] bytes) throws UndecodableException {
        ImageReader ready = ready();
        warned = false;
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            ready.setInput(in, true, true);
            BufferedImage picture = ready.read(0);
            ready.setInput(null);
            if (warned) {
                throw UndecodableException.damaged(format);
            }
            return picture;
        } catch (IOException | RuntimeException e) {
            // The readers answer damaged bytes with IIOException and with index, argument and state errors alike. One
            // that failed is not used again.
            close();
            throw Failures.find(e, OutOfMemoryError.class).isPresent()
                    ? new UndecodableException(NOT_ENOUGH_MEMORY)
                    : UndecodableException.damaged(format);
        }
    }

    private ImageReader ready() {
        ImageReader current = reader;
        if (current == null) {
            current = open(format);
            current.addIIOReadWarningListener((source, warning) -> warned = true);
            reader = current;
        }
        return current;
    }

    /** By the module it comes from, so that no plug-in takes its place. */
    static ImageReader open(String format) {
        Iterator<ImageReader> candidates = ImageIO.getImageReadersByFormatName(format);
        while (candidates.hasNext()) {
            ImageReader candidate = candidates.next();
            if (candidate.getClass().getModule() == ImageIO.class.getModule()) {
                return candidate;
            }
            candidate.dispose();
        }
        throw new IllegalStateException("this Java runtime has no " + format + " reader; use a JDK with java.desktop");
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.dispose();
            reader = null;
        }
    }
}
