package dev.fruits.core.image;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The image formats that are read, recognised by their first bytes. */
public enum ImageFormat {
    /** ISO/IEC 10918-1: start-of-image marker, then another marker. */
    JPEG("ffd8ff"),
    /** ISO/IEC 15948, 5.2. */
    PNG("89504e470d0a1a0a"),
    /** Versions 87a and 89a. */
    GIF("474946383761", "474946383961"),
    /** "BM" alone begins many a text, so the size of the header that follows the file header must be a known one. */
    BMP("424d") {
        @Override
        boolean begins(byte[] head, int length) {
            return super.begins(head, length)
                    && length >= HEAD_BYTES
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

    private final List<byte[]> signatures;

    /** @param signatures each the first bytes of such a file, as hexadecimal digits */
    ImageFormat(String... signatures) {
        this.signatures = Stream.of(signatures).map(HexFormat.of()::parseHex).toList();
    }

    /**
     * Tells the format of a file.
     *
     * @param head its first bytes; {@link #HEAD_BYTES} are enough
     * @param length how many of {@code head} are the file's
     * @return empty if it is none of these formats
     */
    public static Optional<ImageFormat> of(byte[] head, int length) {
        return Arrays.stream(values())
                .filter(format -> format.begins(head, length))
                .findFirst();
    }

    /** True if a file's name ends as an image's does: jpg, jpeg, png, gif, bmp, in any case. */
    public static boolean isNamedAsImage(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    boolean begins(byte[] head, int length) {
        return signatures.stream()
                .anyMatch(first ->
                        length >= first.length && Arrays.equals(head, 0, first.length, first, 0, first.length));
    }
}
