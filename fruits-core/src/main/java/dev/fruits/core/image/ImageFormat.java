package dev.fruits.core.image;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The image formats that are read, recognised by their first bytes. */
public enum ImageFormat {
    /** ISO/IEC 10918-1: start-of-image marker, then another marker. */
    JPEG {
        @Override
        boolean begins(byte[] head, int length) {
            return startsWith(head, length, 0xff, 0xd8, 0xff);
        }
    },
    /** ISO/IEC 15948, 5.2. */
    PNG {
        @Override
        boolean begins(byte[] head, int length) {
            return startsWith(head, length, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
        }
    },
    /** Versions 87a and 89a. */
    GIF {
        @Override
        boolean begins(byte[] head, int length) {
            return startsWith(head, length, 'G', 'I', 'F', '8', '7', 'a')
                    || startsWith(head, length, 'G', 'I', 'F', '8', '9', 'a');
        }
    },
    /** "BM" alone begins many a text, so the size of the header that follows the file header must be a known one. */
    BMP {
        @Override
        boolean begins(byte[] head, int length) {
            return length >= HEAD_BYTES
                    && startsWith(head, length, 'B', 'M')
                    && BMP_HEADER_SIZES.contains(head[14] & 0xff)
                    && head[15] == 0
                    && head[16] == 0
                    && head[17] == 0;
        }
    };

    /** How many bytes {@link #of} needs to tell every format. */
    public static final int HEAD_BYTES = 18;

    private static final Set<Integer> BMP_HEADER_SIZES = Set.of(12, 16, 40, 52, 56, 64, 108, 124);
    private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "png", "gif", "bmp");

    /**
     * Tells the format of a file.
     *
     * @param head its first bytes; {@link #HEAD_BYTES} are enough
     * @param length how many of {@code head} are the file's
     * @return empty if it is none of these formats
     */
    public static Optional<ImageFormat> of(byte[] head, int length) {
        for (ImageFormat format : values()) {
            if (format.begins(head, length)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** True if a file's name ends as an image's does: jpg, jpeg, png, gif, bmp, in any case. */
    public static boolean isNamedAsImage(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    abstract boolean begins(byte[] head, int length);

    private static boolean startsWith(byte[] head, int length, int... magic) {
        if (length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
