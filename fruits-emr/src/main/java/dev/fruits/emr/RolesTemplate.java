package dev.fruits.emr;

import dev.fruits.core.image.Location;
import dev.fruits.emr.plan.ClusterSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A CloudFormation template of the roles that a specification names, which may touch what it names and nothing else. */
final class RolesTemplate {
    private static final String RESOURCE = "roles.yaml";
    private static final Pattern BLANK = Pattern.compile("@([a-z-]+)@");
    private static final Pattern PLACE = Pattern.compile("s3a?://([^/]+)/?(.*)", Pattern.DOTALL);

    private RolesTemplate() {}

    static String of(ClusterSpec spec) {
        Map<String, String> values = values(spec);
        return BLANK.matcher(text())
                .replaceAll(found -> Matcher.quoteReplacement(
                        escaped(Objects.requireNonNull(values.get(found.group(1)), found.group(1)))));
    }

    private static Map<String, String> values(ClusterSpec spec) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("region", spec.region());
        put(values, "images", spec.job().images());
        put(values, "results", spec.job().results());
        put(values, "job", spec.job().folder());
        values.put("kms-key", Objects.requireNonNullElse(spec.access().kmsKey(), ""));
        values.put("service-role", spec.access().serviceRole());
        values.put("instance-profile", spec.access().instanceProfile());
        values.put(
                "security-configuration",
                Objects.requireNonNullElse(spec.access().securityConfiguration(), "fruits-emr"));
        return values;
    }

    /** The whole bucket where a location names no prefix. */
    private static void put(Map<String, String> values, String name, Location place) {
        Matcher matcher = PLACE.matcher(place.text());
        boolean there = matcher.matches();
        values.put(name + "-bucket", there ? matcher.group(1) : "");
        values.put(name + "-prefix", there && !matcher.group(2).isEmpty() ? matcher.group(2) : "*");
    }

    /** For between double quotes in YAML. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(RolesTemplate.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
