package dev.fruits.examples;

import dev.fruits.core.contract.ImageSourceContract;
import dev.fruits.core.image.ImageSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;

/** The example holds to the same contract as the SDK's own sources. */
class ZipImageSourceTest extends ImageSourceContract {
    @TempDir
    Path folder;

    private final Map<String, byte[]> content = new LinkedHashMap<>();

    @Override
    protected ImageSource source(Map<String, byte[]> files) throws IOException {
        content.putAll(files);
        zip();
        return sameSource();
    }

    @Override
    protected ImageSource sameSource() {
        return new ZipImageSource(folder.resolve("photographs.zip").toString());
    }

    @Override
    protected void remove(String path) throws IOException {
        content.remove(path);
        zip();
    }

    private void zip() throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("photographs.zip"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
    }
}
