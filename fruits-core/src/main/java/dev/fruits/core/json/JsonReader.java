package dev.fruits.core.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A recursive-descent reader of RFC 8259, bounded in depth. */
final class JsonReader {
    private static final int MAX_DEPTH = 64;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String name;
    private final String text;
    private int at;
    private int depth;

    JsonReader(String name, String text) {
        this.name = name;
        this.text = text;
    }

    Object document() {
        Object value = value();
        skipSpace();
        if (at < text.length()) {
            throw error("unexpected '" + text.charAt(at) + "' after the end");
        }
        return value;
    }

    private Object value() {
        skipSpace();
        char c = peek();
        return switch (c) {
            case '{' -> nested(this::object);
            case '[' -> nested(this::array);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", Json.NULL);
            default -> number();
        };
    }

    private Object nested(Supplier<Object> reader) {
        if (++depth > MAX_DEPTH) {
            throw error("nested deeper than " + MAX_DEPTH);
        }
        Object value = reader.get();
        depth--;
        return value;
    }

    private Object object() {
        Map<String, Object> fields = new LinkedHashMap<>();
        items('}', () -> {
            skipSpace();
            String key = string();
            expect(':');
            if (fields.put(key, value()) != null) {
                throw error("key '" + key + "' is given twice");
            }
        });
        return fields;
    }

    private Object array() {
        List<Object> items = new ArrayList<>();
        items(']', () -> items.add(value()));
        return items;
    }

    private void items(char end, Runnable item) {
        at++;
        for (boolean first = true; !closes(end); first = false) {
            if (!first) {
                expect(',');
            }
            item.run();
        }
    }

    private boolean closes(char end) {
        skipSpace();
        if (peek() != end) {
            return false;
        }
        at++;
        return true;
    }

    private String string() {
        if (peek() != '"') {
            throw error("expected '\"' but found '" + peek() + "'");
        }
        at++;
        StringBuilder content = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at);
            if (c < ' ') {
                throw error("control character in a string");
            }
            at++;
            content.append(c == '\\' ? escape() : c);
        }
        if (content.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw error("half of a surrogate pair in a string");
        }
        at++;
        return content.toString();
    }

    private char escape() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw error("unknown escape '\\" + c + "'");
        };
    }

    private char unicode() {
        int end = at + 4;
        if (end > text.length() || !text.substring(at, end).matches("[0-9a-fA-F]{4}")) {
            throw error("expected four hexadecimal digits");
        }
        char c = (char) Integer.parseInt(text.substring(at, end), 16);
        at = end;
        return c;
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw error("expected " + word);
        }
        at += word.length();
        return value;
    }

    private Object number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        at = start;
        if (!NUMBER.matcher(digits).matches()) {
            throw error(digits.isEmpty() ? "unexpected '" + peek() + "'" : "not a number: " + digits);
        }
        Number number = parsed(digits);
        if (Double.isInfinite(number.doubleValue())) {
            throw error("too large for a double: " + digits);
        }
        at += digits.length();
        return number;
    }

    /** A whole number beyond 64 bits is a double, as in JavaScript. */
    private static Number parsed(String digits) {
        if (digits.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E')) {
            return Double.valueOf(digits);
        }
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            return Double.valueOf(digits);
        }
    }

    private void expect(char wanted) {
        skipSpace();
        if (peek() != wanted) {
            throw error("expected '" + wanted + "' but found '" + peek() + "'");
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw error("ends too early");
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private JsonException error(String what) {
        String before = text.substring(0, Math.min(at, text.length()));
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        return new JsonException(name + ":" + line + ":" + column + ": " + what);
    }
}
