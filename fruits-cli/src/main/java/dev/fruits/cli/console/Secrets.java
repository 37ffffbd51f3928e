package dev.fruits.cli.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must not be shown, wherever it comes from: a store's answer may repeat what it was sent. */
final class Secrets {
    private static final List<String> VARIABLES =
            List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");
    private static final List<String> PROPERTIES = List.of(
            "aws.accessKeyId",
            "aws.secretAccessKey",
            "aws.sessionToken",
            "spark.hadoop.fs.s3a.access.key",
            "spark.hadoop.fs.s3a.secret.key",
            "spark.hadoop.fs.s3a.session.token");

    /** Ids of access keys, as Amazon gives them. */
    private static final Pattern KEY_ID = Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{12,}\\b");

    private static final String HIDDEN = "…";

    private final List<String> values;

    private Secrets(Collection<String> values) {
        this.values = values.stream().filter(value -> !value.isBlank()).toList();
    }

    /** Those that this process was given in its environment or as properties of its JVM. */
    static Secrets ofThisProcess() {
        return of(System.getenv());
    }

    static Secrets of(Map<String, String> environment) {
        List<String> values = new ArrayList<>();
        Stream.concat(
                        VARIABLES.stream().map(environment::get),
                        PROPERTIES.stream().map(System::getProperty))
                .filter(Objects::nonNull)
                .forEach(values::add);
        return new Secrets(values);
    }

    String hiddenIn(String text) {
        String hidden = text;
        for (String value : values) {
            hidden = hidden.replace(value, HIDDEN);
        }
        return KEY_ID.matcher(hidden).replaceAll(HIDDEN);
    }
}
