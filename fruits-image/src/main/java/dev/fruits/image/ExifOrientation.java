package dev.fruits.image;

/** Finds the orientation in the TIFF structure of an EXIF segment (tag 0x0112 of its first directory). */
record ExifOrientation(ByteCursor in, int start, int end, boolean bigEndian) {
    private static final int TAG = 0x0112;
    private static final int TYPE_SHORT = 3;
    private static final int ENTRY_BYTES = 12;

    /**
     * A directory that makes no sense says nothing about the pixels: the picture is taken as upright.
     *
     * @param in stands at the TIFF header
     * @param end where the segment ends
     */
    static Orientation find(ByteCursor in, int end) throws UndecodableException {
        boolean bigEndian = in.startsWith("MM");
        if ((!bigEndian && !in.startsWith("II")) || end - in.position() < 8) {
            return Orientation.UPRIGHT;
        }
        return new ExifOrientation(in, in.position(), end, bigEndian).find();
    }

    private Orientation find() throws UndecodableException {
        in.seek(start + 4L);
        long directory = start + u32();
        if (directory + 2 > end) {
            return Orientation.UPRIGHT;
        }
        in.seek(directory);
        int entries = u16();
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) ENTRY_BYTES * i;
            if (entry + ENTRY_BYTES > end) {
                break;
            }
            in.seek(entry);
            if (u16() == TAG) {
                return u16() == TYPE_SHORT && u32() == 1 ? Orientation.of(u16()) : Orientation.UPRIGHT;
            }
        }
        return Orientation.UPRIGHT;
    }

    private int u16() throws UndecodableException {
        return bigEndian ? in.u16() : in.u16LittleEndian();
    }

    private long u32() throws UndecodableException {
        return bigEndian ? in.u32() : in.u32LittleEndian();
    }
}
