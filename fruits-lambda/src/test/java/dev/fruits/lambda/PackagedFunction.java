package dev.fruits.lambda;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The package as Lambda runs it: unpacked where nothing can be written, the home folder absent, one folder for
 * everything temporary, AWS's own runtime client before it.
 *
 * @param task where the package is unpacked
 * @param runtime the folder of AWS's runtime client
 * @param temporary the only folder that can be written
 */
record PackagedFunction(Path task, Path runtime, Path temporary) {
    static PackagedFunction unpacked(Path zip, Path runtime, Path folder) throws IOException {
        Path task = folder.resolve("task");
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unpack(entry, entries, task.resolve(entry.getName()));
            }
        }
        return new PackagedFunction(task, runtime, Files.createDirectories(folder.resolve("tmp")));
    }

    private static void unpack(ZipEntry entry, InputStream bytes, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        Files.copy(bytes, target);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r--r--r--"));
    }

    /**
     * Starts it.
     *
     * @param before words of the command line before {@code java}
     * @param options of the Java virtual machine
     * @param log gets what it prints
     */
    Process start(
            LambdaStandIn lambda, List<String> before, List<String> options, Map<String, String> environment, File log)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-Duser.home=/nonexistent");
        command.addAll(options);
        command.add("-cp");
        command.add(runtime + "/*:" + task + "/:" + task + "/lib/*");
        command.add("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
        command.add("dev.fruits.lambda.PredictHandler::handleRequest");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("FRUITS_"));
        builder.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_RUNTIME_API",
                        lambda.address(),
                        "LAMBDA_TASK_ROOT",
                        task.toString(),
                        "HOME",
                        "/nonexistent",
                        "AWS_REGION",
                        "eu-west-3",
                        "AWS_ACCESS_KEY_ID",
                        "key-of-the-test",
                        "AWS_SECRET_ACCESS_KEY",
                        "secret-of-the-test",
                        "FRUITS_MODELS",
                        temporary.toString()));
        builder.environment().putAll(environment);
        return builder.directory(task.toFile()).start();
    }

    static void stop(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }
}
