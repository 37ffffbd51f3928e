package dev.fruits.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules of this build that have sources, and their classes; modules that the root POM lists cannot be missed. */
final class BuiltModules {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Path ROOT = Path.of("..");

    private BuiltModules() {}

    /** Folders of all modules that have sources: {@code fruits-core}. */
    static List<String> names() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        String listed = pom.substring(0, pom.indexOf("</modules>"));
        List<String> names = new ArrayList<>(
                MODULE.matcher(listed).results().map(match -> match.group(1)).toList());
        Stream.of(System.getProperty("fruits.profile.modules", "").split(","))
                .filter(name -> !name.isBlank())
                .forEach(names::add);
        return names.stream().filter(name -> Files.isDirectory(sources(name))).toList();
    }

    static JavaClasses classes() throws IOException {
        List<Location> folders =
                names().stream().map(BuiltModules::folder).map(Location::of).toList();
        return new ClassFileImporter().importLocations(folders);
    }

    static Path folder(String module) {
        return ROOT.resolve(module).resolve("target/classes");
    }

    private static Path sources(String module) {
        return ROOT.resolve(module).resolve("src/main/java");
    }

    /** Names of the types that have a source file of their own. */
    static List<String> topLevelTypes(String module) throws IOException {
        Path sources = sources(module);
        try (Stream<Path> files = Files.walk(sources)) {
            return files.map(file -> sources.relativize(file).toString())
                    .filter(name -> name.endsWith(".java") && !name.endsWith("-info.java"))
                    .map(name -> name.replace(".java", "").replace('/', '.').replace('\\', '.'))
                    .toList();
        }
    }
}
