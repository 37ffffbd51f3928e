package dev.fruits.core.run;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.Sha256;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.Rejection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where every entry of the listing went. It balances, or it cannot be made.
 *
 * @param listed entries that the source saw
 * @param results rows in the features
 * @param rejected images that gave no features; each has a line in the rejects
 * @param ignored entries that are no images or were not drawn, by reason
 * @param digest SHA-256 over path, label and fate of every image: equal for two runs that treated the same images alike
 */
public record Ledger(long listed, long results, long rejected, SortedMap<String, Long> ignored, String digest) {
    public Ledger {
        long ignoredCount = count(ignored);
        if (listed != results + rejected + ignoredCount) {
            throw new RunFailedException("ledger: " + listed + " listed but " + results + " results + " + rejected
                    + " rejected + " + ignoredCount + " ignored; results would be incomplete, so none are published");
        }
    }

    public long ignoredCount() {
        return count(ignored);
    }

    private static long count(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * SHA-256 over the sorted lines {@code path TAB label TAB fate}; the fate is {@code ok} or {@code stage: reason}.
     */
    static String digest(List<ImageRef> images, List<Rejection> rejections) {
        Map<String, Rejection> byPath =
                rejections.stream().collect(Collectors.toMap(Rejection::path, Function.identity(), (a, b) -> a));
        List<String> lines = new ArrayList<>(byPath.values().stream()
                .map(r -> line(r.path(), r.label(), r.stage().text() + ": " + r.reason()))
                .toList());
        images.stream()
                .filter(ref -> !byPath.containsKey(ref.path()))
                .map(ref -> line(ref.path(), ref.label(), "ok"))
                .forEach(lines::add);
        MessageDigest sha = Sha256.digest();
        lines.stream().sorted().forEach(line -> sha.update(line.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha.digest());
    }

    private static String line(String path, String label, String fate) {
        return path + '\t' + label + '\t' + fate + '\n';
    }
}
