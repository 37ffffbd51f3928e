package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code fruits} in a project of its own, where Maven and Java only say how they were called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX script")
@Timeout(60)
class LauncherTest {
    private record Outcome(int exitCode, String out, String err) {}

    @TempDir
    Path folder;

    private Path root = Path.of("");
    private Path javaHome = Path.of("");

    @BeforeEach
    void project() throws IOException {
        root = Files.createDirectories(folder.resolve("the project"));
        javaHome = Files.createDirectories(folder.resolve("jdk"));
        script(root.resolve("fruits"), Files.readString(Path.of("..", "fruits")));
        mavenThat("for m in cli train; do mkdir -p fruits-$m/target/lib; touch fruits-$m/target/fruits-$m-1.jar; done\n"
                + "mkdir -p fruits-spark-emr/target; touch fruits-spark-emr/target/fruits-spark-1-emr.jar");
        system("Linux", "x86_64");
        javaOfVersion("17.0.15");
        long before = Instant.now().minusSeconds(100).toEpochMilli();
        for (String file :
                List.of("pom.xml", "fruits-cli/pom.xml", "fruits-core/src/main/java/A.java", ".mvn/jvm.config")) {
            Path source = root.resolve(file);
            Files.createDirectories(source.getParent());
            Files.writeString(source, "");
        }
        try (var all = Files.walk(root)) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, FileTime.fromMillis(before));
            }
        }
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void mavenThat(String does) throws IOException {
        script(root.resolve("mvnw"), "#!/bin/sh\necho \"$@\" >>builds\n" + does + "\n");
    }

    private void javaOfVersion(String version) throws IOException {
        script(javaHome.resolve("bin/java"), """
                #!/bin/sh
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2025-04-15' >&2; exit 0; fi
                echo "in $(pwd)"
                echo "OpenMP: $OMP_WAIT_POLICY"
                echo "jar for EMR: $FRUITS_EMR_JAR"
                echo "Spark: $SPARK_HOME $SPARK_SCALA_VERSION $SPARK_LOCAL_IP"
                for word in "$@"; do echo "[$word]"; done
                """.formatted(version));
    }

    /** What the command {@code uname} says. */
    private void system(String kernel, String processor) throws IOException {
        script(folder.resolve("bin/uname"), """
                #!/bin/sh
                if [ "$1" = -s ]; then echo %s; else echo %s; fi
                """.formatted(kernel, processor));
    }

    private Outcome launch(Path launcher, Map<String, String> more, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of("FRUITS_OPTS", "JAVA_OPTS", "SPARK_HOME", "SPARK_SCALA_VERSION", "SPARK_LOCAL_IP"));
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().merge("PATH", folder.resolve("bin").toString(), (path, own) -> own + ":" + path);
        builder.environment().putAll(more);
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        int exitCode = builder.redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Outcome(exitCode, Files.readString(out), Files.readString(err));
    }

    private Outcome launch(String... args) throws Exception {
        return launch(root.resolve("fruits"), Map.of(), args);
    }

    private long builds() throws IOException {
        Path log = root.resolve("builds");
        return Files.exists(log)
                ? Files.readAllLines(log, StandardCharsets.UTF_8).size()
                : 0;
    }

    @Test
    void the_first_use_builds_and_says_so_and_the_second_does_not() throws Exception {
        Outcome first = launch("models");
        assertThat(first.err()).startsWith("fruits: building the command line").hasLineCount(1);
        assertThat(Files.readString(root.resolve("builds")))
                .isEqualTo("-q -Dquick -DskipTests package -pl fruits-cli -am\n");
        Outcome second = launch("models");
        assertThat(second.err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
        assertThat(second.out()).isEqualTo(first.out());
    }

    @Test
    void words_stay_whole_and_paths_start_at_the_callers_folder() throws Exception {
        Outcome outcome = launch("run", "--images", "my photos", "");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .startsWith("in " + folder.toRealPath() + "\n")
                .endsWith("[dev.fruits.cli.Main]\n[run]\n[--images]\n[my photos]\n[]\n")
                .contains("/the project/fruits-cli/target/lib/*:")
                .contains("/the project/fruits-cli/target/fruits-cli-1.jar]")
                .contains("[-Xmx1g]", "[-Dfruits.terminal=false]");
    }

    @Test
    void options_of_the_virtual_machine_come_after_the_defaults() throws Exception {
        Outcome outcome = launch(root.resolve("fruits"), Map.of("FRUITS_OPTS", "-Xmx3g -Da=b", "JAVA_OPTS", "-Dno"));
        assertThat(outcome.out())
                .containsSubsequence("[-Xmx1g]", "[-Xmx3g]", "[-Da=b]")
                .doesNotContain("-Dno");
    }

    @Test
    void a_symbolic_link_works() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("the project", "fruits"));
        Path linkOfLink = Files.createSymbolicLink(folder.resolve("again"), link);
        assertThat(launch(linkOfLink, Map.of(), "models").out()).endsWith("[models]\n");
    }

    @Test
    void a_changed_source_or_build_file_builds_again() throws Exception {
        launch();
        for (String file : List.of("fruits-core/src/main/java/A.java", "fruits-cli/pom.xml", "pom.xml")) {
            long before = builds();
            Files.setLastModifiedTime(
                    root.resolve(file), FileTime.from(Instant.now().plusSeconds(1)));
            assertThat(launch().err()).contains("building");
            assertThat(builds()).isEqualTo(before + 1);
            Files.setLastModifiedTime(
                    root.resolve(file), FileTime.from(Instant.now().minusSeconds(100)));
        }
    }

    @Test
    void a_failed_build_shows_its_output_and_is_tried_again() throws Exception {
        mavenThat("echo 'cannot find symbol'; exit 1");
        Outcome outcome = launch();
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("cannot find symbol", "fruits: the build failed");
        assertThat(outcome.out()).isEmpty();
        launch();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void an_old_java_is_refused_before_anything_is_built() throws Exception {
        javaOfVersion("1.8.0_402");
        Outcome outcome = launch();
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualTo(
                        "fruits: " + javaHome + "/bin/java: is Java 1; install a JDK 17 or newer, or set JAVA_HOME\n");
        assertThat(builds()).isZero();
    }

    @Test
    void a_java_home_without_java_is_named() throws Exception {
        Outcome outcome = launch(root.resolve("fruits"), Map.of("JAVA_HOME", "/nowhere"));
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualTo("fruits: JAVA_HOME=/nowhere: has no bin/java; set it to a JDK 17 or newer\n");
    }

    @Test
    void train_alone_builds_the_trainer_and_puts_it_on_the_class_path() throws Exception {
        assertThat(launch("models").out()).doesNotContain("fruits-train");
        Outcome first = launch("train", "--train=photos", "--out", "x");
        assertThat(first.err())
                .contains("fruits: building the trainer", "PyTorch (112 MB)")
                .hasLineCount(1);
        assertThat(Files.readString(root.resolve("builds"))).isEqualTo("""
                        -q -Dquick -DskipTests package -pl fruits-cli -am
                        -q -Dquick -DskipTests -Plauncher package -pl fruits-train -am
                        """);
        assertThat(first.out())
                .contains("OpenMP: PASSIVE", "[-Xmx2g]", "[-XX:MaxDirectMemorySize=512m]")
                .contains("/fruits-cli-1.jar:", "/fruits-train/target/lib/*:", "/fruits-train-1.jar]")
                .endsWith("[dev.fruits.cli.Main]\n[train]\n[--train=photos]\n[--out]\n[x]\n");
        assertThat(launch("train", "--train=photos", "--out=x").err()).isEmpty();
        assertThat(launch("evaluate", "--train", "train").out()).doesNotContain("fruits-train");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void help_of_train_and_a_missing_option_need_no_pytorch() throws Exception {
        assertThat(launch("train", "--help").out()).doesNotContain("fruits-train");
        assertThat(launch("help", "train").out()).doesNotContain("fruits-train");
        assertThat(launch("train", "--train", "photos").out()).doesNotContain("fruits-train");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void where_there_is_no_pytorch_train_is_refused_before_anything_is_fetched() throws Exception {
        system("Darwin", "x86_64");
        Outcome outcome = launch("train", "--train=photos", "--out", "x");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("fruits: train: there is no PyTorch for Darwin x86_64; train on Linux (x86-64, aarch64)");
        assertThat(outcome.out()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void spark_is_fetched_for_its_engine_alone_and_comes_before_the_jar() throws Exception {
        Files.writeString(
                root.resolve("pom.xml"), "<a>\n <spark.java.options>-Xneeds -Xtwo</spark.java.options>\n</a>");
        assertThat(launch("run", "--engine", "local").out()).doesNotContain("spark-home");
        Outcome first = launch("run", "--out", "x", "--engine", "spark");
        assertThat(first.err())
                .contains("fruits: building fruits for Spark", "downloads Spark (270 MB)")
                .hasLineCount(1);
        assertThat(Files.readString(root.resolve("builds"))).isEqualTo("""
                        -q -Dquick -DskipTests package -pl fruits-cli -am
                        -q -Dquick -DskipTests package -pl fruits-spark-emr,runtimes/spark -am
                        """);
        assertThat(first.out())
                .contains("[-Xneeds]\n[-Xtwo]\n[-Xmx2g]")
                .contains("/runtimes/spark/target/spark-home/jars/*:", "/fruits-spark-1-emr.jar]")
                .endsWith("[dev.fruits.cli.Main]\n[run]\n[--out]\n[x]\n[--engine]\n[spark]\n");
        assertThat(launch("run", "--engine=spark").err()).isEmpty();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void executors_of_their_own_get_a_spark_to_start_from_and_the_jar() throws Exception {
        Files.writeString(root.resolve("pom.xml"), """
                <scala.line>2.12</scala.line>
                <profile> <scala.line>2.13</scala.line> </profile>
                """);
        String home =
                root.toRealPath().resolve("runtimes/spark/target/spark-home").toString();
        String jars = "[-Dspark.jars=" + root.toRealPath() + "/fruits-spark-emr/target/fruits-spark-1-emr.jar]";
        assertThat(sparkOn("local-cluster[2,1,1024]", Map.of())).contains("Spark: " + home + " 2.12 127.0.0.1\n", jars);
        assertThat(sparkOn("spark://host:7077", Map.of())).contains("Spark: " + home + " 2.12 \n", jars);
        assertThat(sparkOn("spark://host:7077", Map.of("SPARK_HOME", "/opt/spark", "SPARK_SCALA_VERSION", "2.13")))
                .contains("Spark: /opt/spark 2.13 \n");
        assertThat(sparkOn("yarn -Dspark.jars=mine.jar", Map.of())).doesNotContain(jars);
        assertThat(sparkOn("local[2]", Map.of()))
                .contains("Spark:   127.0.0.1\n")
                .doesNotContain("-Dspark.jars");
    }

    private String sparkOn(String master, Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("FRUITS_OPTS", "-Dspark.master=" + master);
        return launch(root.resolve("fruits"), environment, "run", "--engine", "spark")
                .out();
    }

    @Test
    void the_engine_may_be_named_in_the_pipeline_file() throws Exception {
        Path file = Files.writeString(
                folder.resolve("my pipeline.yaml"), "sink: { parquet: out }\nengine:  'spark' # so\n");
        assertThat(launch("run", file.toString()).out()).contains("spark-home");
        assertThat(launch("run", file.toString(), "--engine", "local").out()).doesNotContain("spark-home");
        Files.writeString(file, "engine: local # not spark\n");
        assertThat(launch("run", file.toString()).out()).doesNotContain("spark-home");
        assertThat(launch("run", "--help", "--engine", "spark").out()).doesNotContain("spark-home");
        assertThat(launch("models", "--engine", "spark").out()).doesNotContain("spark-home");
    }

    @Test
    void locations_on_hdfs_get_the_classes_of_hadoop_from_spark() throws Exception {
        assertThat(launch("diff", "hdfs://name/out", "out").out())
                .contains("spark-home")
                .endsWith("[dev.fruits.cli.Main]\n[diff]\n[hdfs://name/out]\n[out]\n");
        assertThat(launch("run", "--images=hdfs://name/photos").out()).contains("spark-home");
        Path file = Files.writeString(folder.resolve("p.yaml"), "source: { images: 'hdfs://name/photos' }\n");
        assertThat(launch("run", file.toString()).out()).contains("spark-home");
        assertThat(launch("diff", "s3a://bucket/out", "file:///out").out()).doesNotContain("spark-home");
        assertThat(launch("emr", "plan", "--images", "hdfs:///photos").out()).doesNotContain("spark-home");
    }

    @Test
    void the_jar_for_emr_is_built_where_it_is_launched_and_none_is_named() throws Exception {
        Outcome first = launch("emr", "launch", "pipeline.yaml");
        assertThat(first.err()).contains("building the jar for EMR");
        assertThat(first.out()).contains("jar for EMR: " + root + "/fruits-spark-emr/target/fruits-spark-1-emr.jar\n");
        assertThat(launch("emr", "launch", "pipeline.yaml").err()).isEmpty();
        assertThat(launch("run", "--engine", "spark").err()).contains("downloads Spark");
    }

    @Test
    void no_jar_is_built_where_one_is_named_or_nothing_is_launched() throws Exception {
        for (String[] words : List.of(
                new String[] {"emr", "launch", "pipeline.yaml", "--jar", "x.jar"},
                new String[] {"emr", "launch", "--help"},
                new String[] {"emr", "status"})) {
            Outcome outcome = launch(words);
            assertThat(outcome.err()).doesNotContain("jar for EMR");
            assertThat(outcome.out()).contains("jar for EMR: \n");
        }
    }
}
