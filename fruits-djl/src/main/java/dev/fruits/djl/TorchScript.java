package dev.fruits.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Files of {@code torch.jit.save}: a ZIP archive with the code of the network in it. */
final class TorchScript {
    private TorchScript() {}

    static boolean isArchive(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().matches("[^/]+/code/.+"));
        } catch (ZipException e) {
            return false;
        }
    }

    static String noArchive(Path file) throws IOException {
        return "is no TorchScript file, or a truncated one (" + Files.size(file)
                + " bytes); save it with torch.jit.trace(…).save(…), not with torch.save";
    }
}
