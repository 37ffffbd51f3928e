package dev.fruits.core.run;

import dev.fruits.core.Sha256;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.Rejection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** SHA-256 over the sorted lines {@code path TAB label TAB fate}; the fate is {@code ok} or {@code stage: reason}. */
final class LedgerDigest {
    private LedgerDigest() {}

    static String of(List<ImageRef> images, List<Rejection> rejections) {
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
