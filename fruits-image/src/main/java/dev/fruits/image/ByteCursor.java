package dev.fruits.image;

/** Reads numbers from bytes; reading past the end says that the {@code format} is damaged. */
final class ByteCursor {
    private final String format;
    private final byte[] bytes;
    private int at;

    ByteCursor(String format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes;
    }

    int position() {
        return at;
    }

    int remaining() {
        return bytes.length - at;
    }

    ByteCursor seek(long position) throws UndecodableException {
        if (position < 0 || position > bytes.length) {
            throw damaged();
        }
        at = (int) position;
        return this;
    }

    ByteCursor skip(long count) throws UndecodableException {
        return seek(at + count);
    }

    int u8() throws UndecodableException {
        if (at >= bytes.length) {
            throw damaged();
        }
        return bytes[at++] & 0xff;
    }

    int u16() throws UndecodableException {
        return (u8() << 8) | u8();
    }

    long u32() throws UndecodableException {
        return ((long) u16() << 16) | u16();
    }

    int u16LittleEndian() throws UndecodableException {
        return u8() | (u8() << 8);
    }

    long u32LittleEndian() throws UndecodableException {
        return u16LittleEndian() | ((long) u16LittleEndian() << 16);
    }

    /** True, and the cursor stays, if the next bytes are these Latin-1 characters. */
    boolean startsWith(String text) {
        if (remaining() < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if ((bytes[at + i] & 0xff) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    UndecodableException damaged() {
        return UndecodableException.damaged(format);
    }
}
