package dev.fruits.image;

/** Says why bytes that are none of the formats that are read cannot be. */
final class ForeignFormat {
    private static final String OTHERWISE = "no JPEG, PNG, GIF or BMP";

    private ForeignFormat() {}

    static UndecodableException of(byte[] bytes) throws UndecodableException {
        return new UndecodableException(
                bytes.length == 0 ? "empty: no bytes at all" : foreign(new ByteCursor("image", bytes)));
    }

    /** Pictures that people have and that the JDK cannot read are named, so that the remedy is clear. */
    private static String foreign(ByteCursor start) throws UndecodableException {
        if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
            return needsConversion("TIFF");
        }
        if (start.remaining() < 12) {
            return OTHERWISE;
        }
        String name = start.startsWith("RIFF") && start.seek(8).startsWith("WEBP")
                ? "WebP"
                : start.seek(4).startsWith("ftypavif") ? "AVIF" : start.startsWith("ftyp") ? "HEIF" : "";
        return name.isEmpty() ? OTHERWISE : needsConversion(name);
    }

    private static String needsConversion(String name) {
        return name + " image: cannot be read; convert it to JPEG or PNG";
    }
}
