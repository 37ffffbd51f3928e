package dev.fruits.image;

/** The Lempel-Ziv-Welch coding of GIF (GIF89a specification, appendix F): codes of growing width in blocks of bytes. */
final class GifLzw {
    private static final int MAX_CODES = 4096;
    private static final int NONE = -1;

    private final ByteCursor in;
    private final int clearCode;
    private final int[] prefixes = new int[MAX_CODES];
    private final byte[] suffixes = new byte[MAX_CODES];
    private final int[] lengths = new int[MAX_CODES];
    private int nextCode;
    private int codeBits;
    private int blockLeft;
    private int pending;
    private int pendingBits;

    /** The cursor stands at the minimum code size. */
    GifLzw(ByteCursor in) throws UndecodableException {
        this.in = in;
        int rootBits = in.u8();
        if (rootBits < 1 || rootBits > 8) {
            throw in.damaged();
        }
        clearCode = 1 << rootBits;
        for (int root = 0; root < clearCode; root++) {
            suffixes[root] = (byte) root;
            lengths[root] = 1;
        }
        clear();
    }

    private void clear() {
        nextCode = clearCode + 2;
        codeBits = Integer.SIZE - Integer.numberOfLeadingZeros(clearCode);
    }

    /** Exactly {@code count} palette indices; what comes after them is not looked at. */
    byte[] decode(int count) throws UndecodableException {
        byte[] indices = new byte[count];
        int previous = NONE;
        int done = 0;
        while (done < count) {
            int code = code();
            if (code == clearCode) {
                clear();
                previous = NONE;
                continue;
            }
            learn(previous, code);
            write(code, indices, done);
            done += lengths[code];
            previous = code;
        }
        return indices;
    }

    /** Enters the string of the previous code followed by the first index of this one. */
    private void learn(int previous, int code) throws UndecodableException {
        boolean isEnd = code == clearCode + 1;
        if (isEnd || code > nextCode || (code == nextCode && (previous == NONE || nextCode == MAX_CODES))) {
            throw in.damaged();
        }
        if (previous == NONE || nextCode == MAX_CODES) {
            return;
        }
        prefixes[nextCode] = previous;
        lengths[nextCode] = lengths[previous] + 1;
        suffixes[nextCode] = first(code == nextCode ? previous : code);
        nextCode++;
        if (nextCode == 1 << codeBits && nextCode < MAX_CODES) {
            codeBits++;
        }
    }

    private byte first(int code) {
        int at = code;
        while (lengths[at] > 1) {
            at = prefixes[at];
        }
        return suffixes[at];
    }

    /** Indices beyond the picture's end are left out. */
    private void write(int code, byte[] indices, int start) {
        int at = code;
        for (int i = start + lengths[code] - 1; i >= start; i--) {
            if (i < indices.length) {
                indices[i] = suffixes[at];
            }
            at = prefixes[at];
        }
    }

    private int code() throws UndecodableException {
        while (pendingBits < codeBits) {
            if (blockLeft == 0) {
                blockLeft = in.u8();
                if (blockLeft == 0) {
                    throw in.damaged();
                }
            }
            pending |= in.u8() << pendingBits;
            pendingBits += Byte.SIZE;
            blockLeft--;
        }
        int code = pending & ((1 << codeBits) - 1);
        pending >>>= codeBits;
        pendingBits -= codeBits;
        return code;
    }
}
