package dev.fruits.aws.s3;

import java.util.Map;

/** What an object is, for browsers and other programs, by the end of its name. */
final class MediaType {
    private static final Map<String, String> BY_SUFFIX = Map.of(
            "parquet", "application/vnd.apache.parquet",
            "json", "application/json",
            "csv", "text/csv; charset=utf-8",
            "html", "text/html; charset=utf-8");

    private MediaType() {}

    static String of(String name) {
        return BY_SUFFIX.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
