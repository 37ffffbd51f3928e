package dev.fruits.core.engine;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.Sha256;
import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.ModelFile;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageSource;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;

/** Checks this machine before a run: opens the images' location, loads the model and runs a drawn image. */
public final class Preflight {
    private static final int SIDE = 32;

    private Preflight() {}

    /** A failure of the check is the {@link HostReport#problem}; nothing is thrown. */
    public static HostReport here(ImageSource source, FeatureExtractor extractor) {
        String sha256 = extractor.model().sha256();
        try {
            sha256 = sha256Here(extractor);
            source.openReader().close(); // a reader opens only if the location can be reached
            runOn(drawn(), extractor);
            return new HostReport(hostName(), Machine.here(), sha256, null);
        } catch (IOException | RuntimeException | LinkageError e) {
            return new HostReport(hostName(), Machine.here(), sha256, line(e));
        }
    }

    private static String sha256Here(FeatureExtractor extractor) throws IOException {
        List<ModelFile> files = extractor.files();
        return files.isEmpty()
                ? extractor.model().sha256()
                : Sha256.of(Path.of(files.get(0).path()));
    }

    private static void runOn(EncodedImage image, FeatureExtractor extractor) throws IOException {
        try (ExtractionSession session = extractor.openSession()) {
            ExtractionOutcome outcome = session.extract(List.of(image)).get(0);
            outcome.deliver(row -> {}, rejection -> {
                throw new RunFailedException("model " + extractor.model() + ": cannot read a drawn PNG ("
                        + rejection.reason() + "); install the Java runtime's java.desktop module");
            });
        }
    }

    private static EncodedImage drawn() throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.GREEN, SIDE, SIDE, Color.RED));
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        ImageRef ref = new ImageRef("drawn/check.png", "drawn", png.size(), Instant.EPOCH);
        return new EncodedImage(ref, png.toByteArray());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static String line(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || thrown instanceof LinkageError
                ? thrown.toString().lines().findFirst().orElse("")
                : message.lines().findFirst().orElse("");
    }
}
