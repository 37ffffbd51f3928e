package dev.fruits.spark.it;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Files of the build, as the system properties of the test name them. */
final class BuildOutput {
    private BuildOutput() {}

    /** The jar for spark-submit. */
    static Path emrJar() {
        return path("fruits.emr.jar");
    }

    /** Programs of these tests. */
    static Path testJar() {
        return path("fruits.it.jar");
    }

    /** Core's contract kits. */
    static Path coreTestsJar() {
        return path("fruits.core.tests.jar");
    }

    /** The jar of a module that is the same for all lines of Spark. */
    static Path houseJar(String module) {
        return path("fruits.root").resolve(module + "/target/" + module + "-" + property("fruits.version") + ".jar");
    }

    /** The jar of fruits-spark for this line of Spark. */
    static Path sparkModuleJar() {
        return path("fruits.spark.jar");
    }

    /** A folder of the build. */
    static Path work() {
        return path("fruits.it.work");
    }

    static Path sparkHome() {
        return path("fruits.spark.home");
    }

    static Path hadoop() {
        return path("fruits.hadoop");
    }

    /** The version at the end of the name of each jar. */
    static String awsSdk() {
        return property("fruits.aws.sdk");
    }

    static String scalaLine() {
        return property("fruits.scala.line");
    }

    /** Options that Spark needs on Java 17. */
    static List<String> sparkOptions() {
        return Arrays.asList(property("fruits.spark.options").split(" "));
    }

    private static Path path(String name) {
        return Path.of(property(name)).toAbsolutePath().normalize();
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
