package dev.fruits.lambda;

import dev.fruits.core.json.Json;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Events as AWS documents them, without the fields that nobody here reads. */
final class Events {
    private Events() {}

    /** API Gateway, payload 1.0. */
    static String requestV1(byte[] body) {
        return Json.write(Map.of(
                "resource",
                "/predict",
                "path",
                "/predict",
                "httpMethod",
                "POST",
                "headers",
                Map.of("Content-Type", "image/jpeg"),
                "queryStringParameters",
                Json.NULL,
                "requestContext",
                Map.of("requestTimeEpoch", 1767225600000L),
                "body",
                Base64.getEncoder().encodeToString(body),
                "isBase64Encoded",
                true));
    }

    /** API Gateway, payload 2.0, and function URLs. */
    static String requestV2(byte[] body) {
        return requestV2(Base64.getEncoder().encodeToString(body), true);
    }

    static String requestV2(String body, boolean base64) {
        return Json.write(Map.of(
                "version",
                "2.0",
                "rawPath",
                "/predict",
                "headers",
                Map.of("content-type", "image/jpeg"),
                "requestContext",
                Map.of("http", Map.of("method", "POST")),
                "body",
                body,
                "isBase64Encoded",
                base64));
    }

    /** S3's event of objects that were put, their keys already encoded. */
    static String s3(String bucket, String... keys) {
        List<Object> records =
                Stream.of(keys).map(key -> record(bucket, key, 1000)).toList();
        return Json.write(Map.of("Records", records));
    }

    static Object record(String bucket, String key, long size) {
        return Map.of(
                "eventSource",
                "aws:s3",
                "eventName",
                "ObjectCreated:Put",
                "s3",
                Map.of(
                        "bucket",
                        Map.of("name", bucket),
                        "object",
                        Map.of("key", key, "size", size, "sequencer", "0A")));
    }
}
