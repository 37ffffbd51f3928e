package dev.fruits.examples;

import dev.fruits.core.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as torch.jit.save writes them, without PyTorch. */
final class TorchScriptFile {
    static final int WIDTH = 20;
    static final int HEIGHT = 12;
    /** The mean of each colour. */
    static final String MEANS = "torch.mean(x, [2, 3])";

    private TorchScriptFile() {}

    /** A network whose forward pass is one expression of {@code x}, as torch.jit.save writes it. */
    static Path write(Path folder, String expression) throws IOException {
        Path file = folder.resolve("means.pt");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "means/version", "3\n".getBytes(StandardCharsets.US_ASCII));
            entry(zip, "means/data.pkl", pickledModule());
            entry(zip, "means/code/__torch__.py", """
                    class Means(Module):
                      __parameters__ = []
                      __buffers__ = []
                      training : bool
                      def forward(self: __torch__.Means,
                        x: Tensor) -> Tensor:
                        return %s
                    """.formatted(expression).getBytes(StandardCharsets.US_ASCII));
            entry(zip, "means/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'}); // an empty tuple
        }
        return file;
    }

    /** Pickle, protocol 2: an object of the class with one field, training = False. */
    private static byte[] pickledModule() {
        String program = "\u0080\u0002c__torch__\nMeans\n)\u0081}X\u0008\u0000\u0000\u0000training\u0089sb.";
        return program.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        entry.setTime(0); // equal networks are equal files
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** Each sample x becomes (x − mean) / std. */
    static void writeCard(Path file, int dimension, double mean, double std) throws IOException {
        String card = """
                {
                  "name": "means",
                  "file": "means.pt",
                  "sha256": "%1$s",
                  "licence": "Apache-2.0",
                  "origin": "written by the test",
                  "input": { "tensor": "x", "width": 20, "height": 12, "layout": "NCHW", "channels": "BGR" },
                  "normalisation": { "mean": [%2$s, %2$s, %2$s], "std": [%3$s, %3$s, %3$s] },
                  "resampling": "pillow-bicubic",
                  "output": { "tensor": "features", "dimension": %4$d }
                }
                """;
        Files.writeString(
                file.resolveSibling("means.card.json"), card.formatted(Sha256.of(file), mean, std, dimension));
    }
}
