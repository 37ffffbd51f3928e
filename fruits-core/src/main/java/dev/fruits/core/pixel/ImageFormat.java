package dev.fruits.core.pixel;

import java.util.Map;

/** Tells what bytes are by their content; names say nothing. */
enum ImageFormat {
    JPEG,
    PNG,
    GIF,
    BMP;

    private static final Map<String, ImageFormat> READ = Map.of(
            "\u00ff\u00d8\u00ff", JPEG,
            "\u0089PNG\r\n\u001a\n", PNG,
            "GIF87a", GIF,
            "GIF89a", GIF,
            "BM", BMP);

    private static final String OTHERWISE = "no JPEG, PNG, GIF or BMP";

    static ImageFormat of(byte[] bytes) throws UndecodableException {
        if (bytes.length == 0) {
            throw new UndecodableException("empty: no bytes at all");
        }
        ByteCursor start = new ByteCursor("image", bytes);
        for (Map.Entry<String, ImageFormat> format : READ.entrySet()) {
            if (start.startsWith(format.getKey())) {
                return format.getValue();
            }
        }
        throw new UndecodableException(foreign(start));
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
