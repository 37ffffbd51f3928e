package dev.fruits.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds in all modules, and fails on a class that was planted to break it. */
class ArchitectureTest {
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("dev.fruits.planted");
    private static JavaClasses product = PLANTED;

    @BeforeAll
    static void read_the_classes_of_every_module() throws IOException {
        product = BuiltModules.classes();
    }

    static Stream<Arguments> rules() {
        Stream<Arguments> general = Stream.of(
                rule("core needs only the JDK", ArchitectureRules::coreNeedsNothingButTheJdk, "core.UsesPicocli"),
                rule(
                        "core names no technology",
                        ArchitectureRules::coreNamesNoTechnology,
                        "core.NamesS3a names fs.s3a"),
                rule("packages have no cycles", ArchitectureRules::noPackageCycles, "Cycle detected"),
                rule("only Main prints", ArchitectureRules::onlyMainPrints, "local.Prints"),
                rule("only Main ends the process", ArchitectureRules::onlyMainEndsTheProcess, "local.Exits"),
                rule(
                        "nobody sets system properties",
                        ArchitectureRules::nobodySetsSystemProperties,
                        "local.SetsAProperty"),
                rule("packages are null-marked", ArchitectureRules::everyPackageIsNullMarked, "planted.unmarked"),
                rule(
                        "names are unique",
                        ArchitectureRules::noTwoModulesShareATypeName,
                        "UsesCli is a type of several"));
        Stream<Arguments> layers = Layers.modules().stream()
                .filter(module -> !Layers.forbiddenTo(module).isEmpty())
                .map(module -> rule(
                        module + " uses only the layers below",
                        rules -> rules.usesOnlyTheLayersBelow(module),
                        "dev.fruits.planted." + module + ".Uses"));
        return Stream.concat(general, layers);
    }

    private static Arguments rule(String name, Function<ArchitectureRules, ArchRule> rule, String culprit) {
        return Arguments.of(Named.of(name, rule), culprit);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_module_keeps_the_rule(Function<ArchitectureRules, ArchRule> rule, String culprit) {
        rule.apply(new ArchitectureRules("dev.fruits")).check(product);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_fails_on_a_planted_violation(Function<ArchitectureRules, ArchRule> rule, String culprit) {
        ArchRule planted = rule.apply(new ArchitectureRules("dev.fruits.planted"));
        assertThatThrownBy(() -> planted.check(PLANTED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(culprit);
    }

    static Stream<String> modules() throws IOException {
        return BuiltModules.names().stream();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void the_rules_see_every_top_level_type_of_the_module(String module) throws IOException {
        List<String> seen = product.stream().map(JavaClass::getName).toList();
        assertThat(BuiltModules.folder(module)).isDirectory();
        assertThat(seen).containsAll(BuiltModules.topLevelTypes(module));
    }

    @Test
    void the_bom_lists_every_module_that_is_published() throws IOException {
        String bom = Files.readString(Path.of("..", "fruits-bom", "pom.xml"));
        assertThat(BuiltModules.names())
                .filteredOn(module -> module.startsWith("fruits-") && !module.equals("fruits-spark-it"))
                .allSatisfy(module -> assertThat(bom).contains("<artifactId>" + module + "</artifactId>"));
    }

    @Test
    void every_module_has_a_layer() throws IOException {
        assertThat(BuiltModules.names())
                .filteredOn(module -> !module.equals("fruits-spark-it"))
                .map(module -> module.replace("fruits-", ""))
                .hasSizeGreaterThan(8)
                .allMatch(module -> Layers.modules().contains(module));
    }
}
