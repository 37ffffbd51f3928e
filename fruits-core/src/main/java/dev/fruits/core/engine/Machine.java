package dev.fruits.core.engine;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A machine as a JVM sees it.
 *
 * @param os name and version of the operating system
 * @param architecture {@code amd64}, {@code aarch64}
 * @param libc {@code glibc 2.34}, {@code musl}; {@code unknown} if the system does not say
 * @param cpu the processor's model; {@code unknown} if the system does not say
 * @param cores processors that this JVM may use
 * @param memoryMib of the machine; 0 if the system does not say
 * @param heapMib at most, of this JVM
 */
public record Machine(String os, String architecture, String libc, String cpu, int cores, long memoryMib, long heapMib)
        implements Serializable {
    static final String UNKNOWN = "unknown";
    private static final Path MAPPED_FILES = Path.of("/proc/self/maps");
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Pattern LIBC = Pattern.compile("\\S*/(?:libc\\.so\\.6|libc-[0-9.]+\\.so|ld-musl\\S*)$");
    private static final Pattern GLIBC = Pattern.compile("GNU C Library[^\\n]*? version (\\d+\\.\\d+)");
    private static final Pattern CPU = Pattern.compile("^model name\\s*:\\s*(.*)$");
    private static final Pattern TOTAL = Pattern.compile("^MemTotal:\\s*(\\d+) kB$");

    /** The machine that this runs on. */
    public static Machine here() {
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                found(LIBC, MAPPED_FILES, 0).map(Machine::libc).orElse(UNKNOWN),
                found(CPU, PROCESSORS, 1).orElse(UNKNOWN),
                Runtime.getRuntime().availableProcessors(),
                found(TOTAL, MEMORY, 1).map(kib -> Long.parseLong(kib) >> 10).orElse(0L),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static String libc(String file) {
        if (file.contains("musl")) {
            return "musl";
        }
        try {
            String text = Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
            Matcher version = GLIBC.matcher(text);
            return version.find() ? "glibc " + version.group(1) : UNKNOWN;
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static Optional<String> found(Pattern pattern, Path file, int group) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.map(pattern::matcher)
                    .filter(Matcher::find)
                    .map(matcher -> matcher.group(group))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // not Linux
        }
    }
}
