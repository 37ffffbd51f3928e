package dev.fruits.aws.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A Java process whose two streams go to one file; it ends with this object, or with this process at the latest. */
public final class OwnProcess implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Process process;
    private final Path log;
    private final Thread hook;

    private OwnProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.hook = new Thread(process::destroyForcibly, "end of " + name);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts {@code java}.
     *
     * @param folder working folder; gets {@code NAME.log}
     */
    public static OwnProcess java(String name, Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(executable()));
        command.addAll(arguments);
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Files.createDirectories(folder).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return new OwnProcess(name, builder.start(), log);
    }

    /** The {@code java} that this process runs on. */
    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Waits until {@code ready}; fails with the log where the process ends or takes too long. */
    public void await(Duration limit, BooleanSupplier ready) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError(name + ": not ready; it said:\n" + log());
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    /** Waits for its end, at most so long. */
    public int exitCode(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError(name + ": still running after " + limit + "; it said:\n" + log());
        }
        return process.exitValue();
    }

    /** Tells it to end, as Ctrl-C does. */
    public void interrupt() {
        process.destroy();
    }

    /** Ends it at once. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Sends it a signal: {@code TERM}, {@code KILL}. */
    public void signal(String name) throws IOException, InterruptedException {
        signal(name, process.pid());
    }

    /** Sends any process a signal. */
    public static void signal(String name, long pid) throws IOException, InterruptedException {
        int refused = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
        if (refused != 0) {
            throw new AssertionError("process " + pid + " takes no signal " + name);
        }
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends its standard input, then the process. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join()
                .destroyForcibly();
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
