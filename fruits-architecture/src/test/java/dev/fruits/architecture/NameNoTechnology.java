package dev.fruits.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What a dependency rule cannot see: the name of a technology inside a string. Looks at the constants of a class file. */
final class NameNoTechnology extends ArchCondition<JavaClass> {
    private static final List<String> TECHNOLOGIES = List.of(
            "fs.s3a", "s3a:", "yarn", "elasticmapreduce", "spark-submit", "spark.", "dev.fruits.cli", "picocli");

    NameNoTechnology() {
        super("name no technology in a string");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String constants = constants(type);
        for (String technology : TECHNOLOGIES) {
            events.add(new SimpleConditionEvent(
                    type, !constants.contains(technology), type.getName() + " names " + technology));
        }
    }

    private static String constants(JavaClass type) {
        try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
