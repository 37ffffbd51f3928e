package dev.fruits.spark.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fruits.aws.server.OwnProcess;
import dev.fruits.core.contract.DrawnImages;
import dev.fruits.spark.it.SparkSubmission.Outcome;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An executor that cannot work fails the run, without results, with one line that names the host and the remedy. */
class UnfitExecutorIT {
    private static final String ONE_EXECUTOR = "local-cluster[1,1,1024]";

    private static SparkSubmission submission(Map<String, String> configuration) {
        return SparkSubmission.of(SparkSubmission.MAIN, ONE_EXECUTOR)
                .in(Testbed.models())
                .with(configuration);
    }

    private static String failed(Path folder, SparkSubmission submission, String... arguments) throws Exception {
        return failure(
                folder, submission.run("submit", folder, BuildOutput.emrJar().toString(), arguments));
    }

    /** The one line. */
    private static String failure(Path folder, Outcome outcome) throws IOException {
        assertThat(outcome.exitCode()).as(outcome.log()).isEqualTo(1);
        List<String> lines = outcome.log()
                .lines()
                .filter(line -> line.startsWith("fruits: "))
                .toList();
        assertThat(lines).as(outcome.log()).hasSize(1);
        if (Files.exists(folder.resolve("out"))) {
            try (Stream<Path> left = Files.walk(folder.resolve("out"))) {
                assertThat(left.filter(Files::isRegularFile)).isEmpty();
            }
        }
        return lines.get(0);
    }

    private static String[] run(Path folder) throws IOException {
        return Testbed.run(Testbed.images().toString(), folder.resolve("out").toString());
    }

    @Test
    void without_the_native_library() throws Exception {
        Path folder = Testbed.folder("no-native-library");
        String line = failed(
                folder,
                submission(Map.of("spark.executor.extraJavaOptions", "-Donnxruntime.native.path=/nowhere")),
                run(folder));
        assertThat(line)
                .contains(
                        "host 127.0.0.1: OnnxRuntime does not start", "/nowhere/libonnxruntime.so; it needs linux x64");
    }

    @Test
    void with_a_heap_that_a_batch_does_not_fit_into() throws Exception {
        Path folder = Testbed.folder("small-heap");
        Path images = Files.createDirectories(folder.resolve("images").resolve("Melon"));
        for (int i = 0; i < 16; i++) {
            try (RandomAccessFile file =
                    new RandomAccessFile(images.resolve(i + ".jpg").toFile(), "rw")) {
                file.write(DrawnImages.jpeg(i, 100, 100));
                file.setLength(40 << 20);
            }
        }
        String line = failed(
                folder,
                submission(Map.of(
                        "spark.executor.memory", "471859200b", // the least that Spark takes
                        "spark.fruits.slice.bytes", "1g")),
                Testbed.run(
                        folder.resolve("images").toString(),
                        folder.resolve("out").toString(),
                        "--batch",
                        "16"));
        assertThat(line).contains("heap", "; raise spark.executor.memory, or");
    }

    @Test
    void that_the_system_kills() throws Exception {
        Path folder = Testbed.folder("killed-for-memory");
        HeldImage held = HeldImage.in(folder);
        Map<String, String> once = Map.of("spark.task.maxFailures", "1", "spark.fruits.slice.images", "16");
        try (OwnProcess driver = submission(once)
                .with(held.options())
                .start(
                        "submit",
                        folder,
                        BuildOutput.emrJar().toString(),
                        Testbed.run("file://" + Testbed.images(), "file://" + folder.resolve("out")))) {
            OwnProcess.signal("KILL", held.reader(driver));
            assertThat(failure(folder, SparkSubmission.ended(driver)))
                    .contains(
                            "spark: executor 0 on host 127.0.0.1 was lost",
                            "exited with code 137; the CNN runs outside the heap: raise spark.executor.memoryOverhead");
        }
    }

    @Test
    void that_gets_another_model_than_the_driver_checked() throws Exception {
        Path folder = Testbed.folder("changed-model");
        Path model = folder.resolve("fruitnet.onnx");
        copyOfFruitnet(model);
        HeldImage held = new HeldImage("images/Fig/unlabelled", folder.resolve("holder"));
        Path images = folder.resolve("images");
        FruitFolder.drawInto(images);
        Files.writeString(
                images.resolve("Fig/unlabelled"), "which the driver has to look into, when the model is checked");
        try (OwnProcess driver = submission(held.options())
                .start(
                        "submit",
                        folder,
                        BuildOutput.emrJar().toString(),
                        "run",
                        "--images",
                        "file://" + images,
                        "--model",
                        model.toString(),
                        "--out",
                        folder.resolve("out").toString())) {
            held.reader(driver);
            Files.writeString(model, "more", StandardOpenOption.APPEND);
            held.release();
            assertThat(failure(folder, SparkSubmission.ended(driver)))
                    .contains(
                            "model " + model + ": arrived with SHA-256",
                            "; it changed during the run: run again (on host 127.0.0.1, executor 0)");
        }
    }

    @Test
    void that_does_not_start() throws Exception {
        Path folder = Testbed.folder("no-executor");
        String line = failed(folder, submission(Map.of("spark.executorEnv.JAVA_HOME", "/nowhere")), run(folder));
        assertThat(line)
                .contains(
                        "spark.master " + ONE_EXECUTOR
                                + ": stopped this application, because its executors do not start",
                        "SPARK_HOME");
    }

    /** The weights as the reference run left them, and the card as the jar has it. */
    private static void copyOfFruitnet(Path model) throws IOException, InterruptedException {
        Testbed.reference();
        try (Stream<Path> weights = Files.list(Testbed.modelCache());
                JarFile jar = new JarFile(BuildOutput.emrJar().toFile())) {
            Files.copy(
                    weights.filter(file -> file.toString().endsWith(".onnx"))
                            .findFirst()
                            .orElseThrow(),
                    model);
            String card = new String(
                    jar.getInputStream(jar.getJarEntry("dev/fruits/djl/cards/fruitnet.card.json"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            Files.writeString(
                    model.resolveSibling("fruitnet.card.json"),
                    card.replaceFirst("fruitnet-[0-9a-f]+[.]onnx", "fruitnet.onnx"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file://"})
    void that_does_not_have_the_folder_of_the_images(String scheme) throws Exception {
        Path folder = Testbed.folder("driver-only" + scheme.length());
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Path images = disk.resolve("photographs");
        FruitFolder.drawInto(images);
        String line = failed(
                folder,
                submission(Map.of(
                        "spark.executorEnv.JAVA_HOME", javaWithout(disk, folder).toString())),
                Testbed.run(scheme + images, folder.resolve("out").toString()));
        assertThat(line)
                .contains("host 127.0.0.1: images " + scheme + images + ": this machine does not have the folder; ");
    }

    /** A Java for executors that sees an empty folder instead of {@code disk}. */
    private static Path javaWithout(Path disk, Path folder) throws IOException, InterruptedException {
        List<String> ownMounts = List.of("unshare", "--user", "--map-root-user", "--mount");
        List<String> trial =
                Stream.concat(ownMounts.stream(), Stream.of("true")).toList();
        assumeTrue(
                new ProcessBuilder(trial).start().waitFor() == 0,
                "nobody may have mounts of their own here, by which an executor would get another disk");
        Path home = folder.resolve("jdk");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                exec %s sh -c 'mount -t tmpfs none "%s" && exec "%s" "$@"' java "$@"
                """.formatted(String.join(" ", ownMounts), disk, OwnProcess.executable()));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }
}
