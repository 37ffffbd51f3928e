package dev.fruits.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule holds in the house, and fails on a class that was planted to break it. */
class HouseTest {
    /**
     * Not on the class path, for PyTorch or Spark would come with them, or as they stand above the command line: read
     * where a whole build leaves their classes.
     */
    private static final List<String> ELSEWHERE = List.of("train", "spark", "lambda");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(HouseTest::isOurs)
            .importLocations(house());
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("dev.fruits.planted");

    private static Set<Location> house() {
        Set<Location> house = new HashSet<>(Locations.ofPackage("dev.fruits"));
        ELSEWHERE.stream()
                .map(HouseTest::classes)
                .filter(Files::isDirectory)
                .forEach(folder -> house.add(Location.of(folder)));
        return house;
    }

    private static Path classes(String module) {
        return Path.of("..", "fruits-" + module, "target", "classes");
    }

    private static boolean isOurs(Location location) {
        return !location.contains("-tests.jar") && !location.contains("/shaded/");
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("core needs nothing but the JDK", HouseRules::coreNeedsNothingButTheJdk, "core.NeedsPicocli"),
                rule("core has no cycles", HouseRules::coreHasNoCycles, "Cycle detected"),
                rule("image sees core alone", HouseRules::imageSeesCoreAlone, "image.KnowsLocal"),
                rule("djl knows no other adapter", rules -> rules.isAStrangerToOtherAdapters("djl"), "djl.KnowsLocal"),
                rule(
                        "train knows no other adapter",
                        rules -> rules.isAStrangerToOtherAdapters("train"),
                        "train.KnowsDjl"),
                rule(
                        "local knows no other adapter",
                        rules -> rules.isAStrangerToOtherAdapters("local"),
                        "local.KnowsDjl"),
                rule("aws knows no other adapter", rules -> rules.isAStrangerToOtherAdapters("aws"), "aws.KnowsLocal"),
                rule(
                        "spark knows no other adapter",
                        rules -> rules.isAStrangerToOtherAdapters("spark"),
                        "spark.KnowsLocal"),
                rule("emr sees no adapter but aws", HouseRules::emrSeesNoAdapterButAws, "emr.KnowsLocal"),
                rule("no adapter sees emr", HouseRules::noAdapterSeesEmr, "aws.KnowsEmr"),
                rule(
                        "adapters do not know the command line",
                        HouseRules::adaptersDoNotKnowTheCommandLine,
                        "local.KnowsTheCommandLine"),
                rule("the command line knows no adapter", HouseRules::theCommandLineKnowsNoAdapter, "cli.KnowsLocal"),
                rule(
                        "lambda sees core and djl alone",
                        HouseRules::lambdaSeesCoreAndDjlAlone,
                        "lambda.KnowsTheCommandLine"),
                rule("nobody sees lambda", HouseRules::nobodySeesLambda, "local.KnowsLambda"),
                rule("only Main prints", HouseRules::onlyMainPrints, "local.Prints"),
                rule("only Main ends the process", HouseRules::onlyMainEndsTheProcess, "local.Exits"),
                rule("every package is null-marked", HouseRules::everyPackageIsNullMarked, "planted.unmarked"));
    }

    private static Arguments rule(String name, Function<HouseRules, ArchRule> rule, String culprit) {
        return Arguments.of(Named.of(name, rule), culprit);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_the_rule(Function<HouseRules, ArchRule> rule, String culprit) {
        rule.apply(new HouseRules("dev.fruits")).check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_fails_on_a_planted_violation(Function<HouseRules, ArchRule> rule, String culprit) {
        ArchRule planted = rule.apply(new HouseRules("dev.fruits.planted"));
        assertThatThrownBy(() -> planted.check(PLANTED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(culprit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "image", "djl", "train", "local", "aws", "emr", "spark", "cli", "lambda"})
    void the_rules_see_every_top_level_class_of_the_module(String module) throws IOException {
        assumeTrue(
                !ELSEWHERE.contains(module) || Files.isDirectory(classes(module)),
                "fruits-" + module + " is not built; ./mvnw verify builds it");
        Path sources = Path.of("..", "fruits-" + module, "src/main/java");
        List<String> seen = HOUSE.stream().map(JavaClass::getName).toList();
        assertThat(seen).containsAll(topLevelClasses(sources));
    }

    private static List<String> topLevelClasses(Path sources) throws IOException {
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.map(file -> sources.relativize(file).toString())
                    .filter(name -> name.endsWith(".java") && !name.endsWith("-info.java"))
                    .map(name -> name.replace(".java", "").replace('/', '.').replace('\\', '.'))
                    .toList();
        }
    }

    @Test
    void the_rules_see_the_house_and_nothing_of_its_tests() {
        assertThat(HOUSE).hasSizeGreaterThan(80);
        assertThat(HOUSE.stream().map(JavaClass::getName))
                .noneMatch(name -> name.startsWith("dev.fruits.planted") || name.endsWith("Test"));
    }
}
