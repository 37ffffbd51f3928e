package dev.fruits.core;

import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Hides secrets in every text that is shown: the answer of a service may repeat what it was sent. */
public final class Secrets {
    /** Variables of the environment and properties that hold a secret. */
    private static final Pattern NAME =
            Pattern.compile("(?i).*(?:secret|token|password|access[_.-]?key)(?:[_.-]?(?:key|id))?");

    /** Ids of access keys. */
    private static final Pattern KEY_ID = Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{12,}\\b");

    /** Also secrets, tokens and signatures: rather a long name hidden than a part of a secret shown. */
    private static final Pattern IN_ANSWER = Pattern.compile("(?:AKIA|ASIA)\\w+|[\\w+/=%-]{32,}");

    private static final String HIDDEN = "…";

    private Secrets() {}

    /** {@code text} without ids of keys and without the secrets in the environment and the properties of this process. */
    public static String hiddenIn(String text) {
        return hiddenIn(text, System.getenv());
    }

    static String hiddenIn(String text, Map<String, String> environment) {
        Map<String, String> properties = ManagementFactory.getRuntimeMXBean().getSystemProperties();
        String hidden = Stream.concat(environment.entrySet().stream(), properties.entrySet().stream())
                .filter(entry -> NAME.matcher(entry.getKey()).matches())
                .map(Map.Entry::getValue)
                .filter(secret -> !secret.isBlank())
                .sorted(Comparator.comparing(String::length).reversed()) // one may be a part of another
                .reduce(text, (shown, secret) -> shown.replace(secret, HIDDEN));
        return KEY_ID.matcher(hidden).replaceAll(HIDDEN);
    }

    /** As {@link #hiddenIn(String)}, for the answer of a service, which may hold other secrets, too. */
    public static String hiddenInAnswer(String text) {
        return IN_ANSWER.matcher(hiddenIn(text)).replaceAll(HIDDEN);
    }
}
