package dev.fruits.emr.server;

import com.sun.net.httpserver.HttpExchange;
import dev.fruits.core.json.Json;
import dev.fruits.core.json.JsonException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request, its envelope checked.
 *
 * @param operation {@code RunJobFlow}
 * @param path ids within a Serverless path, outermost first
 * @param body empty where there is none
 */
record ApiCall(String operation, boolean isServerless, List<String> path, Map<String, Object> body) {
    private static final String TARGET = "ElasticMapReduce.";
    private static final String JSON_1_1 = "application/x-amz-json-1.1";

    static ApiCall of(HttpExchange exchange, String body) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        boolean serverless = exchange.getRequestURI().getPath().startsWith("/applications");
        requireSignature(exchange, serverless ? "emr-serverless" : "elasticmapreduce", target != null);
        return serverless ? rest(exchange, body) : emr(exchange, target, body);
    }

    private static ApiCall emr(HttpExchange exchange, @Nullable String target, String body) {
        require(exchange.getRequestMethod().equals("POST"), "method " + exchange.getRequestMethod() + ": must be POST");
        require(exchange.getRequestURI().toString().equals("/"), "path " + exchange.getRequestURI() + ": must be /");
        require(target != null && target.startsWith(TARGET), "X-Amz-Target " + target + ": must begin with " + TARGET);
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        require(JSON_1_1.equals(type), "Content-Type " + type + ": must be " + JSON_1_1);
        String operation = String.valueOf(target).substring(TARGET.length());
        Map<String, Object> fields = parsed(operation, body);
        check(operation, Optional.ofNullable(EmrShapes.REQUESTS.get(operation)), fields);
        return new ApiCall(operation, false, List.of(), fields);
    }

    private static ApiCall rest(HttpExchange exchange, String body) {
        String line =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        for (Map.Entry<String, String> route : StandInServerless.ROUTES.entrySet()) {
            Matcher matcher = Pattern.compile(route.getKey()).matcher(line);
            if (matcher.matches()) {
                Map<String, Object> fields = body.isEmpty() ? Map.of() : parsed(route.getValue(), body);
                if (!body.isEmpty()) {
                    check(route.getValue(), Optional.ofNullable(EmrShapes.SERVERLESS.get(route.getValue())), fields);
                }
                List<String> ids = java.util.stream.IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .toList();
                return new ApiCall(route.getValue(), true, ids, fields);
            }
        }
        throw ApiException.fault(line + ": is no operation of EMR Serverless");
    }

    private static Map<String, Object> parsed(String operation, String body) {
        try {
            return Json.parseObject(operation, body);
        } catch (JsonException e) {
            throw ApiException.fault(operation + ": " + e.getMessage());
        }
    }

    private static void check(String operation, Optional<WireShape> shape, Map<String, Object> fields) {
        try {
            shape.orElseThrow(() -> ApiException.fault("operation " + operation + ": is not known"))
                    .check(operation, fields);
        } catch (IllegalArgumentException e) {
            throw ApiException.fault(String.valueOf(e.getMessage()));
        }
    }

    private static void requireSignature(HttpExchange exchange, String service, boolean withTarget) {
        String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String names = withTarget
                ? "[a-z0-9;-]*host;[a-z0-9;-]*x-amz-date;[a-z0-9;-]*x-amz-target"
                : "[a-z0-9;-]*host;[a-z0-9;-]*x-amz-date";
        require(
                header.matches("AWS4-HMAC-SHA256 Credential=[^/ ]+/\\d{8}/" + EmrStandIn.REGION + "/" + service
                        + "/aws4_request, SignedHeaders=" + names + "[a-z0-9;-]*, Signature=[0-9a-f]{64}"),
                "Authorization: is not of the form that " + service + " in " + EmrStandIn.REGION + " takes: "
                        + header.replaceAll("Signature=.*", "Signature=…"));
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw ApiException.fault(fault);
        }
    }
}
