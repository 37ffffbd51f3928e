package dev.fruits.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Properties;

/**
 * The rules below one root package: {@code dev.fruits} for the modules themselves, {@code dev.fruits.planted} for classes
 * that break each rule.
 *
 * @param root package above {@code core}, {@code cli} and the adapters
 */
record ArchitectureRules(String root) {
    private String module(String name) {
        return root + "." + name + "..";
    }

    ArchRule coreNeedsNothingButTheJdk() {
        return classes()
                .that()
                .resideInAPackage(module("core"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(module("core"), "java..", "javax.imageio..", "org.jspecify..");
    }

    ArchRule coreNamesNoTechnology() {
        return classes().that().resideInAPackage(module("core")).should(new NameNoTechnology());
    }

    ArchRule usesOnlyTheLayersBelow(String module) {
        return noClasses()
                .that()
                .resideInAPackage(module(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        Layers.forbiddenTo(module).stream().map(this::module).toArray(String[]::new));
    }

    ArchRule noPackageCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    ArchRule onlyMainPrints() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(root + ".cli.Main")
                .and()
                .resideOutsideOfPackages("dev.fruits.spark.it..", module("examples")) // programs with a console
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace");
    }

    ArchRule onlyMainEndsTheProcess() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(root + ".cli.Main")
                .should()
                .callMethod(System.class, "exit", int.class);
    }

    /** Except where nothing else works: DJL and its engines read their switches from nowhere else. */
    ArchRule nobodySetsSystemProperties() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(root + ".djl.DjlEngine")
                .and()
                .doNotHaveFullyQualifiedName(root + ".train.PyTorch")
                .and()
                .doNotHaveFullyQualifiedName(root + ".lambda.WritableFolders")
                .should()
                .callMethod(System.class, "setProperty", String.class, String.class)
                .orShould()
                .callMethod(System.class, "setProperties", Properties.class)
                .orShould()
                .callMethod(System.class, "getProperties");
    }

    ArchRule everyPackageIsNullMarked() {
        return classes().should(new ResideInNullMarkedPackages());
    }

    ArchRule noTwoModulesShareATypeName() {
        return classes().that(new TopLevelTypes()).should(new HaveNamesOfTheirOwn(this::moduleOf));
    }

    private String moduleOf(JavaClass type) {
        return type.getPackageName().substring(root.length() + 1).replaceFirst("\\..*", "");
    }
}
