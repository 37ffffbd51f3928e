package dev.fruits.aws.server;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The head of an HTTP/1.1 message, byte by byte as it came, so that signatures hold.
 *
 * @param start request line or status line
 * @param headers {@code Name: value}
 */
record HttpMessage(String start, List<String> headers) {
    /** Reads a head; empty at the end of the stream. */
    static Optional<HttpMessage> read(InputStream in) throws IOException {
        String start = line(in);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        List<String> headers = new ArrayList<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            headers.add(header);
        }
        return Optional.of(new HttpMessage(start, headers));
    }

    /** The first or second word of a request line or status line. */
    String word(int index) {
        return start.split(" ", 3)[index];
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> isNamed(header, name))
                .map(header -> header.substring(name.length() + 1).strip())
                .findFirst();
    }

    HttpMessage without(String name) {
        return new HttpMessage(
                start, headers.stream().filter(header -> !isNamed(header, name)).toList());
    }

    HttpMessage with(String header) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        return new HttpMessage(start, more);
    }

    private static boolean isNamed(String header, String name) {
        return header.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":");
    }

    boolean isChunked() {
        return header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent();
    }

    int contentLength() {
        return header("Content-Length").map(Integer::parseInt).orElse(0);
    }

    /** The body as it travels: with the sizes of its chunks, where it has any. */
    byte[] body(InputStream in) throws IOException {
        if (!isChunked()) {
            return exactly(in, contentLength());
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size;
        do {
            String line = line(in);
            size = Integer.parseInt(line.split(";", 2)[0].strip(), 16);
            body.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            body.writeBytes(exactly(in, size + 2));
        } while (size > 0);
        return body.toByteArray();
    }

    void write(OutputStream out) throws IOException {
        String head = start + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] exactly(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException(bytes.length + " of " + count + " bytes");
        }
        return bytes;
    }

    /** Without its end; empty at the end of the stream too. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
