package dev.fruits.examples;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/** What stands behind a fruit, painted anew for each photograph. The same seed paints the same. */
enum Backdrop {
    WHITE {
        @Override
        void paint(Graphics2D g, int side, Random random) {
            fill(g, side, Color.WHITE);
        }
    },
    GREY {
        @Override
        void paint(Graphics2D g, int side, Random random) {
            fill(g, side, new Color(0x808080));
        }
    },
    GREEN {
        @Override
        void paint(Graphics2D g, int side, Random random) {
            fill(g, side, new Color(0x4C8C3C));
        }
    },
    BROWN {
        @Override
        void paint(Graphics2D g, int side, Random random) {
            fill(g, side, new Color(0x8A5A32));
        }
    },
    /** Overlapping ellipses of many greens over smooth noise. */
    LEAVES {
        @Override
        void paint(Graphics2D g, int side, Random random) {
            fill(g, side, new Color(0x2E4A1E));
            noise(g, side, random, 6, 6);
            for (int i = 0; i < 60; i++) {
                float hue = 0.22f + 0.14f * random.nextFloat();
                g.setColor(Color.getHSBColor(hue, 0.5f + 0.4f * random.nextFloat(), 0.25f + 0.5f * random.nextFloat()));
                g.rotate(random.nextDouble() * Math.PI, random.nextInt(side), random.nextInt(side));
                g.fillOval(random.nextInt(side), random.nextInt(side), side / 5, side / 12);
            }
        }
    },
    /** Noise that is drawn out along one axis, with the joints of boards. */
    WOOD {
        @Override
        void paint(Graphics2D g, int side, Random random) {
            fill(g, side, Color.getHSBColor(0.07f + 0.03f * random.nextFloat(), 0.55f, 0.65f));
            g.rotate(random.nextInt(4) * Math.PI / 2, side / 2.0, side / 2.0);
            noise(g, side, random, 2, 40);
            noise(g, side, random, 4, 20);
            g.setColor(new Color(0x3A2412));
            int board = side / 5 + random.nextInt(side / 4);
            for (int y = random.nextInt(board); y < side; y += board) {
                g.fillRect(0, y, side, 2);
            }
        }
    },
    /** A table cloth. */
    CHECKS {
        @Override
        void paint(Graphics2D g, int side, Random random) {
            fill(g, side, any(random));
            g.setColor(any(random));
            int cell = 5 + random.nextInt(15);
            for (int y = 0; y * cell < side; y++) {
                for (int x = y % 2; x * cell < side; x += 2) {
                    g.fillRect(x * cell, y * cell, cell, cell);
                }
            }
        }
    },
    /** Slanting stripes of two colours. */
    STRIPES {
        @Override
        void paint(Graphics2D g, int side, Random random) {
            fill(g, side, any(random));
            g.setColor(any(random));
            int width = 3 + random.nextInt(12);
            g.setStroke(new BasicStroke(width));
            g.rotate(random.nextDouble() * Math.PI, side / 2.0, side / 2.0);
            for (int x = -side; x < 2 * side; x += 2 * width) {
                g.drawLine(x, -side, x, 2 * side);
            }
        }
    },
    /** Discs, boxes and strokes of all colours, as on a kitchen table. */
    CLUTTER {
        @Override
        void paint(Graphics2D g, int side, Random random) {
            fill(g, side, any(random));
            for (int i = 0; i < 30; i++) {
                g.setColor(any(random));
                int size = side / 10 + random.nextInt(side / 3);
                int x = random.nextInt(side + size) - size;
                int y = random.nextInt(side + size) - size;
                switch (i % 3) {
                    case 0 -> g.fillOval(x, y, size, size);
                    case 1 -> g.fillRect(x, y, size, size / 2);
                    default -> g.drawLine(x, y, x + size, random.nextInt(side));
                }
            }
            noise(g, side, random, 12, 12);
        }
    };

    static final List<Backdrop> BUSY = List.of(LEAVES, WOOD, CHECKS, STRIPES, CLUTTER);

    private static final float NOISE_OPACITY = 0.3f;

    abstract void paint(Graphics2D g, int side, Random random);

    /** A square picture of it. */
    final BufferedImage picture(int side, Random random) {
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paint(g, side, random);
        g.dispose();
        return picture;
    }

    private static void fill(Graphics2D g, int side, Color colour) {
        g.setColor(colour);
        g.fillRect(0, 0, side, side);
    }

    private static Color any(Random random) {
        return new Color(random.nextInt(0x1000000));
    }

    /** Value noise: a grid of random greys, {@code columns} × {@code rows}, smoothly enlarged over what is there. */
    private static void noise(Graphics2D g, int side, Random random, int columns, int rows) {
        BufferedImage grid = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < columns * rows; i++) {
            grid.setRGB(i % columns, i / columns, random.nextInt(256) * 0x010101);
        }
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setComposite(AlphaComposite.SrcOver.derive(NOISE_OPACITY));
        g.drawImage(grid, 0, 0, side, side, null);
        g.setComposite(AlphaComposite.SrcOver);
    }
}
