package dev.fruits.core.image;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The image formats that are read, recognised by their first bytes. */
public enum ImageFormat {
    /** ISO/IEC 10918-1: start-of-image marker, then another marker. */
    JPEG("ffd8ff"),
    /** ISO/IEC 15948, 5.2. */
    PNG("89504e470d0a1a0a"),
    /** Versions 87a and 89a. */
    GIF("47494638(37|39)61"),
    /** "BM" alone begins many a text, so the header that follows has 12, 16, 40, 52, 56, 64, 108 or 124 bytes. */
    BMP("424d.{24}(0c|10|28|34|38|40|6c|7c)000000");

    /** How many bytes {@link #of} needs to tell every format. */
    public static final int HEAD_BYTES = 18;

    private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "png", "gif", "bmp");

    private final Pattern signature;

    /** @param signature of the first bytes, in hexadecimal digits */
    ImageFormat(String signature) {
        this.signature = Pattern.compile(signature);
    }

    /**
     * Tells the format of a file.
     *
     * @param head its first bytes; {@link #HEAD_BYTES} are enough
     * @param length how many of {@code head} are the file's
     * @return empty if it is none of these formats
     */
    public static Optional<ImageFormat> of(byte[] head, int length) {
        String digits = HexFormat.of().formatHex(head, 0, Math.min(length, HEAD_BYTES));
        return Arrays.stream(values())
                .filter(format -> format.signature.matcher(digits).lookingAt())
                .findFirst();
    }

    /** True if a file's name ends as an image's does: jpg, jpeg, png, gif, bmp, in any case. */
    public static boolean isNamedAsImage(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
