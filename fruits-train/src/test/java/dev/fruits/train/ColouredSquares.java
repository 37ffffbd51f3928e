package dev.fruits.train;

import dev.fruits.core.contract.DrawnImages;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Red and green squares on white, {@code perColour} frames of each; every {@code damagedEvery}-th is cut off (0: none). */
record ColouredSquares(int perColour, int damagedEvery) implements ImageSource {
    private static final int SIDE = 40;

    @Override
    public Location location() {
        return new Location("memory://squares");
    }

    @Override
    public ImageListing list() {
        List<ImageRef> refs = new ArrayList<>();
        for (String colour : List.of("green", "red")) {
            for (int frame = 0; frame < perColour; frame++) {
                refs.add(new ImageRef(colour + "/" + frame + "_100.png", colour, 1, Instant.EPOCH));
            }
        }
        return ImageListing.of(refs);
    }

    @Override
    public ImageReader openReader() {
        return new ImageReader() {
            @Override
            public EncodedImage read(ImageRef ref) {
                Frame frame = Frame.of(ref.path());
                byte[] png = DrawnImages.encode("png", square(ref.label(), frame.number()));
                boolean isDamaged = damagedEvery > 0 && frame.number() % damagedEvery == 0;
                return new EncodedImage(ref, isDamaged ? DrawnImages.truncated(png) : png);
            }

            @Override
            public void close() {}
        };
    }

    private static BufferedImage square(String label, long frame) {
        Random random = new Random(frame);
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, SIDE, SIDE);
        int light = 150 + random.nextInt(100);
        graphics.setColor(label.equals("red") ? new Color(light, 30, 30) : new Color(30, light, 30));
        graphics.fillRect(5 + random.nextInt(5), 5 + random.nextInt(5), 25, 25);
        graphics.dispose();
        return picture;
    }
}
