package dev.fruits.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules below one root package: {@code dev.fruits} for the house itself, {@code dev.fruits.planted} for classes that
 * break each of them.
 *
 * @param root package above {@code core}, {@code cli} and the adapters
 */
record HouseRules(String root) {
    static final List<String> ADAPTERS = List.of("djl", "train", "local", "aws", "spark");

    private String module(String name) {
        return root + "." + name + "..";
    }

    private String[] modules(Stream<String> names) {
        return names.map(this::module).toArray(String[]::new);
    }

    ArchRule coreNeedsNothingButTheJdk() {
        return classes()
                .that()
                .resideInAPackage(module("core"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(module("core"), "java..", "javax.imageio..", "org.jspecify..");
    }

    /** A shared layer below the adapters. */
    ArchRule imageSeesCoreAlone() {
        return noClasses()
                .that()
                .resideInAPackage(module("image"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(modules(Stream.concat(Stream.of("cli", "lambda", "parquet"), ADAPTERS.stream())));
    }

    ArchRule coreHasNoCycles() {
        return slices().matching(root + ".core.(*)..").should().beFreeOfCycles();
    }

    ArchRule isAStrangerToOtherAdapters(String adapter) {
        return noClasses()
                .that()
                .resideInAPackage(module(adapter))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(modules(ADAPTERS.stream().filter(other -> !other.equals(adapter))))
                .allowEmptyShould(true); // adapters take their places one after the other
    }

    /** EMR keeps what it launches on S3. */
    ArchRule emrSeesNoAdapterButAws() {
        return noClasses()
                .that()
                .resideInAPackage(module("emr"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(modules(ADAPTERS.stream().filter(other -> !other.equals("aws"))));
    }

    ArchRule noAdapterSeesEmr() {
        return noClasses()
                .that()
                .resideInAnyPackage(modules(Stream.concat(Stream.of("core", "lambda"), ADAPTERS.stream())))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(module("emr"));
    }

    ArchRule adaptersDoNotKnowTheCommandLine() {
        return noClasses()
                .that()
                .resideInAnyPackage(modules(Stream.concat(Stream.of("core", "emr"), ADAPTERS.stream())))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(module("cli"));
    }

    ArchRule theCommandLineKnowsNoAdapter() {
        return noClasses()
                .that()
                .resideInAPackage(module("cli"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(modules(ADAPTERS.stream()));
    }

    /** A composition root of its own: of the house it sees core and the CNNs. */
    ArchRule lambdaSeesCoreAndDjlAlone() {
        return noClasses()
                .that()
                .resideInAPackage(module("lambda"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(modules(
                        Stream.concat(Stream.of("cli"), ADAPTERS.stream().filter(other -> !other.equals("djl")))))
                .allowEmptyShould(true); // built after the command line
    }

    ArchRule nobodySeesLambda() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(module("lambda"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(module("lambda"));
    }

    ArchRule onlyMainPrints() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(root + ".cli.Main")
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

    ArchRule everyPackageIsNullMarked() {
        return classes().should(new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, type.getPackageName() + " of " + type.getSimpleName() + " is not @NullMarked"));
            }
        });
    }
}
