package dev.fruits.core.run;

import java.util.ArrayList;
import java.util.List;

/** Takes CSV apart as RFC 4180 has it; {@code \n} ends a line as well as {@code \r\n}. */
final class CsvReader {
    private final String text;
    private final List<List<String>> lines = new ArrayList<>();
    private List<String> line = new ArrayList<>();
    private int at;

    CsvReader(String text) {
        this.text = text;
    }

    List<List<String>> lines() {
        while (at < text.length()) {
            line.add(text.charAt(at) == '"' ? quoted() : plain());
            if (at >= text.length() || text.charAt(at) != ',') {
                endLine();
            } else if (++at == text.length()) {
                line.add("");
                endLine();
            }
        }
        return lines;
    }

    private void endLine() {
        at += text.startsWith("\r\n", at) ? 2 : 1;
        if (!line.equals(List.of(""))) {
            lines.add(List.copyOf(line));
        }
        line = new ArrayList<>();
    }

    private String plain() {
        int begin = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(begin, at);
    }

    /** A quote within quotes stands twice. */
    private String quoted() {
        StringBuilder field = new StringBuilder();
        int begin = at + 1;
        while (true) {
            int quote = text.indexOf('"', begin);
            if (quote < 0) {
                throw new IllegalArgumentException(
                        "a quote is opened on line " + (lines.size() + 1) + " and not closed");
            }
            field.append(text, begin, quote);
            at = quote + 1;
            if (!text.startsWith("\"", at)) {
                return field.toString();
            }
            field.append('"');
            begin = at + 1;
        }
    }
}
