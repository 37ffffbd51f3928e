package dev.fruits.spark.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.aws.server.OwnProcess;
import dev.fruits.spark.it.SparkSubmission.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The content of the jar for spark-submit. */
class EmrJarIT {
    private static Set<String> files() throws IOException {
        try (JarFile jar = new JarFile(BuildOutput.emrJar().toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(JarEntry::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(String file) throws IOException {
        try (JarFile jar = new JarFile(BuildOutput.emrJar().toFile());
                InputStream in = jar.getInputStream(jar.getJarEntry(file))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void natives_are_those_of_linux_on_both_processors() throws IOException {
        assertThat(files())
                .filteredOn(file -> file.matches(".*\\.(so|dll|dylib|jnilib|yml)"))
                .containsExactlyInAnyOrder(
                        "ai/onnxruntime/native/linux-aarch64/libonnxruntime.so",
                        "ai/onnxruntime/native/linux-aarch64/libonnxruntime4j_jni.so",
                        "ai/onnxruntime/native/linux-x64/libonnxruntime.so",
                        "ai/onnxruntime/native/linux-x64/libonnxruntime4j_jni.so",
                        "com/sun/jna/linux-aarch64/libjnidispatch.so",
                        "com/sun/jna/linux-x86-64/libjnidispatch.so");
    }

    @Test
    void the_bundled_cnn_and_the_providers_of_all_adapters_are_inside() throws IOException {
        assertThat(files()).contains("dev/fruits/djl/models/fruitnet.onnx", "META-INF/LICENSE");
        String services = "META-INF/services/dev.fruits.core.spi.";
        assertThat(text(services + "EngineProvider").lines())
                .contains("dev.fruits.local.engine.LocalEngineProvider", "dev.fruits.spark.engine.SparkEngineProvider");
        assertThat(text(services + "StorageProvider").lines())
                .containsExactlyInAnyOrder(
                        "dev.fruits.aws.s3.S3StorageProvider",
                        "dev.fruits.local.store.LocalStorageProvider",
                        "dev.fruits.spark.hadoop.HadoopStorageProvider");
        assertThat(text(services + "ModelProvider").lines()).containsExactly("dev.fruits.djl.DjlModelProvider");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org/apache/spark/",
                "org/apache/hadoop/",
                "scala/",
                "io/netty/",
                "software/amazon/",
                "org/slf4j/Logger.class",
                "org/slf4j/simple/",
                "simplelogger.properties",
                "com/github/luben/",
                "org/xerial/",
                "io/airlift/",
                "com/google/",
                "org/apache/commons/",
                "org/apache/parquet/",
                "shaded/parquet/",
                "com/fasterxml/",
                "org/snakeyaml/",
                "META-INF/versions/",
                "META-INF/maven/",
                "META-INF/services/org.slf4j.",
                "module-info.class"
            })
    void what_a_cluster_has_of_its_own_is_not_inside_under_its_name(String prefix) throws IOException {
        assertThat(files()).noneMatch(file -> file.startsWith(prefix));
    }

    @Test
    void the_adapter_for_spark_uses_the_libraries_of_spark() throws IOException {
        for (String file : files()) {
            if (file.startsWith("dev/fruits/spark/") && file.endsWith(".class")) {
                assertThat(text(file)).as(file).doesNotContain("dev/fruits/shaded");
            }
        }
    }

    @Test
    void nothing_is_signed() throws IOException {
        assertThat(files()).noneMatch(file -> file.matches("META-INF/.*\\.(SF|RSA|DSA)"));
    }

    @Test
    void a_cluster_that_has_no_aws_sdk_runs_what_needs_none() throws Exception {
        Path folder = Testbed.folder("no-sdk");
        Path jars = Files.createDirectories(folder.resolve("home").resolve("jars"));
        try (Stream<Path> all = Files.list(BuildOutput.sparkHome().resolve("jars"))) {
            for (Path jar : all.filter(EmrJarIT::isNotOfAws).toList()) {
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
            }
        }
        assertThat(BuildOutput.sparkHome().resolve("jars").resolve("s3-" + BuildOutput.awsSdk() + ".jar"))
                .exists();
        assertThat(jars.resolve("s3-" + BuildOutput.awsSdk() + ".jar")).doesNotExist();
        List<String> command = new ArrayList<>(BuildOutput.sparkOptions());
        command.addAll(List.of("-cp", jars + "/*:" + BuildOutput.emrJar(), SparkSubmission.MAIN));
        command.addAll(List.of(Testbed.run(
                Testbed.images().toString(),
                folder.resolve("out").toString(),
                "--engine",
                "spark",
                "--residency",
                "eu")));
        try (OwnProcess run = OwnProcess.java("run", folder, Testbed.models(), command)) {
            assertThat(run.exitCode(Duration.ofMinutes(5))).as(run.log()).isZero();
        }
    }

    /** Jars of the SDK carry its version. */
    private static boolean isNotOfAws(Path jar) {
        String name = jar.getFileName().toString();
        return !name.startsWith("hadoop-aws") && !name.endsWith("-" + BuildOutput.awsSdk() + ".jar");
    }

    @Test
    void the_command_line_works_under_spark_submit_and_returns_its_exit_code() throws Exception {
        Path folder = Testbed.folder("client-mode");
        SparkSubmission submission =
                SparkSubmission.of(SparkSubmission.MAIN, "local[1]").in(Testbed.models());
        Outcome models = submission.run("models", folder, BuildOutput.emrJar().toString(), "models");
        assertThat(models.exitCode()).as(models.log()).isZero();
        assertThat(models.log()).contains("fruitnet");
        Outcome wrong = submission.run("wrong", folder, BuildOutput.emrJar().toString(), "run", "file:///none.yaml");
        assertThat(wrong.exitCode()).as(wrong.log()).isEqualTo(2);
        assertThat(List.of(wrong.log().split("\n")))
                .contains("fruits: file:///none.yaml: no such file; check the path");
    }
}
