package dev.fruits.djl;

import static dev.fruits.djl.NetworkFile.Window.square;

import dev.fruits.djl.NetworkFile.Layer;
import dev.fruits.djl.NetworkFile.Window;
import java.util.List;

/**
 * The networks whose published weights no test machine has, as their files are built: kinds and order of the layers, names
 * and shapes of the inputs, operators. AlexNet and VGG16 can be made narrow: fewer channels and a narrower first dense
 * layer, for a file that a test can carry; the feature layer keeps its 4,096.
 */
enum NamedCnn {
    ALEXNET("alexnet", true) {
        @Override
        Layer features(NetworkFile net, int narrow) {
            Layer x = net.input("data_0", 1, 224);
            x = pooled(net, normalised(net, net.relu(net.conv(x, 96 / narrow, square(11, 4, 0), 1, true))), 1);
            x = net.relu(net.conv(x, 256 / narrow, square(5, 1, 2), 2, true));
            x = pooled(net, normalised(net, x), 0);
            x = net.relu(net.conv(x, 384 / narrow, square(3, 1, 1), 1, true));
            x = net.relu(net.conv(x, 384 / narrow, square(3, 1, 1), 2, true));
            x = pooled(net, net.relu(net.conv(x, 256 / narrow, square(3, 1, 1), 2, true)), 0);
            x = net.reshaped(x, 1, x.channels() * 6 * 6);
            x = net.plain("Dropout", net.relu(net.dense(x, 4096 / narrow)));
            return net.plain("Dropout", net.relu(net.dense(x, 4096)));
        }

        private Layer normalised(NetworkFile net, Layer x) {
            return net.plain("LRN", x, NetworkFile.number("size", 5));
        }

        private Layer pooled(NetworkFile net, Layer x, int padAfter) {
            return net.pool("MaxPool", x, 3, 2, 0, padAfter);
        }
    },
    VGG16("vgg16", true) {
        @Override
        Layer features(NetworkFile net, int narrow) {
            Layer x = net.input("data", 1, 224);
            for (int[] stage : new int[][] {{64, 2}, {128, 2}, {256, 3}, {512, 3}, {512, 3}}) {
                for (int i = 0; i < stage[1]; i++) {
                    x = net.relu(net.conv(x, stage[0] / narrow, square(3, 1, 1), 1, true));
                }
                x = net.pool("MaxPool", x, 2, 2, 0, 0);
            }
            x = net.flat(x, x.channels() * 7 * 7);
            x = net.plain("Dropout", net.relu(net.dense(x, 4096 / narrow)));
            x = net.plain("Dropout", net.relu(net.dense(net.flat(x, x.channels()), 4096)));
            return net.flat(x, 4096);
        }
    },
    RESNET18("resnet18", true) {
        @Override
        Layer features(NetworkFile net, int narrow) {
            Layer x = resnetStem(net);
            for (int stage = 0; stage < 4; stage++) {
                for (int block = 0; block < 2; block++) {
                    int stride = stage > 0 && block == 0 ? 2 : 1;
                    int channels = 64 << stage;
                    Layer y = net.relu(net.normalised(net.conv(x, channels, square(3, stride, 1), 1, false)));
                    y = net.normalised(net.conv(y, channels, square(3, 1, 1), 1, false));
                    x = net.relu(net.sum(y, shortcut(net, x, channels, stride)));
                }
            }
            return net.flat(net.plain("GlobalAveragePool", x), x.channels());
        }
    },
    RESNET50("resnet50", false) {
        @Override
        Layer features(NetworkFile net, int narrow) {
            Layer x = resnetStem(net);
            int[] blocks = {3, 4, 6, 3};
            for (int stage = 0; stage < 4; stage++) {
                for (int block = 0; block < blocks[stage]; block++) {
                    int stride = stage > 0 && block == 0 ? 2 : 1;
                    int inner = 64 << stage;
                    Layer y = net.relu(net.normalised(net.conv(x, inner, square(1, stride, 0), 1, true)));
                    y = net.relu(net.normalised(net.conv(y, inner, square(3, 1, 1), 1, false)));
                    y = net.normalised(net.conv(y, 4 * inner, square(1, 1, 0), 1, true));
                    x = net.relu(net.sum(y, shortcut(net, x, 4 * inner, stride)));
                }
            }
            return net.flat(net.plain("GlobalAveragePool", x), x.channels());
        }
    },
    INCEPTION_V3("inception_v3", false) {
        @Override
        Layer features(NetworkFile net, int narrow) {
            Layer x = unit(net, net.input("input", 0, 299), 32, square(3, 2, 0));
            x = unit(net, unit(net, x, 32, square(3, 1, 0)), 64, square(3, 1, 1));
            x = unit(net, net.pool("MaxPool", x, 3, 2, 0, 0), 80, square(1, 1, 0));
            x = net.pool("MaxPool", unit(net, x, 192, square(3, 1, 0)), 3, 2, 0, 0);
            for (int pooled : new int[] {32, 64, 64}) {
                x = net.concat(
                        chain(net, x, at(64, 1, 1)),
                        chain(net, x, at(48, 1, 1), at(64, 5, 5)),
                        chain(net, x, at(64, 1, 1), at(96, 3, 3), at(96, 3, 3)),
                        chain(net, net.pool("AveragePool", x, 3, 1, 1, 1), at(pooled, 1, 1)));
            }
            x = net.concat(
                    unit(net, x, 384, square(3, 2, 0)),
                    unit(net, chain(net, x, at(64, 1, 1), at(96, 3, 3)), 96, square(3, 2, 0)),
                    net.pool("MaxPool", x, 3, 2, 0, 0));
            for (int c : new int[] {128, 160, 160, 192}) {
                x = net.concat(
                        chain(net, x, at(192, 1, 1)),
                        chain(net, x, at(c, 1, 1), at(c, 1, 7), at(192, 7, 1)),
                        chain(net, x, at(c, 1, 1), at(c, 7, 1), at(c, 1, 7), at(c, 7, 1), at(192, 1, 7)),
                        chain(net, net.pool("AveragePool", x, 3, 1, 1, 1), at(192, 1, 1)));
            }
            x = net.concat(
                    unit(net, chain(net, x, at(192, 1, 1)), 320, square(3, 2, 0)),
                    unit(net, chain(net, x, at(192, 1, 1), at(192, 1, 7), at(192, 7, 1)), 192, square(3, 2, 0)),
                    net.pool("MaxPool", x, 3, 2, 0, 0));
            for (int block = 0; block < 2; block++) {
                Layer middle = chain(net, x, at(384, 1, 1));
                Layer deep = chain(net, x, at(448, 1, 1), at(384, 3, 3));
                x = net.concat(
                        chain(net, x, at(320, 1, 1)),
                        chain(net, middle, at(384, 1, 3)),
                        chain(net, middle, at(384, 3, 1)),
                        chain(net, deep, at(384, 1, 3)),
                        chain(net, deep, at(384, 3, 1)),
                        chain(net, net.pool("AveragePool", x, 3, 1, 1, 1), at(192, 1, 1)));
            }
            return net.flat(net.plain("GlobalAveragePool", x), x.channels());
        }

        /** A convolution into which its normalisation was folded, as exporters do. */
        private Layer unit(NetworkFile net, Layer x, int channels, Window window) {
            return net.relu(net.conv(x, channels, window, 1, true));
        }

        private int[] at(int channels, int height, int width) {
            return new int[] {channels, height, width};
        }

        private Layer chain(NetworkFile net, Layer from, int[]... units) {
            Layer x = from;
            for (int[] unit : units) {
                x = unit(net, x, unit[0], new Window(unit[1], unit[2], 1, unit[1] / 2, unit[2] / 2));
            }
            return x;
        }
    };

    private static final int CLASSES = 1000;

    private final String card;
    private final boolean old;

    NamedCnn(String card, boolean old) {
        this.card = card;
        this.old = old;
    }

    /** All layers up to the features, input included. */
    abstract Layer features(NetworkFile net, int narrow);

    ModelCard card() {
        return bundled(card);
    }

    /** The network up to its features at full size, without weights. */
    Figures figures() {
        NetworkFile net = new NetworkFile(false, old);
        Layer features = features(net, 1);
        return new Figures(features.channels(), features.depth() + 1, net.parameters());
    }

    /**
     * @param depth with the classifier
     * @param parameters without it
     */
    record Figures(int dimension, int depth, long parameters) {}

    /**
     * A whole classification network with random weights.
     *
     * @param showing whether the features are an output of the file
     */
    byte[] file(boolean showing) {
        NetworkFile net = new NetworkFile(true, old);
        Layer features = features(net, this == ALEXNET || this == VGG16 ? 16 : 1);
        Layer classes = net.plain("Softmax", net.dense(features, CLASSES));
        return net.bytes(showing ? List.of(classes, features) : List.of(classes));
    }

    /** What the features are called in {@link #file}. */
    String featureTensor() {
        NetworkFile net = new NetworkFile(false, old);
        return features(net, 1).tensor();
    }

    private static Layer resnetStem(NetworkFile net) {
        Layer x = net.input("data", 0, 224);
        x = net.relu(net.normalised(net.conv(x, 64, square(7, 2, 3), 1, false)));
        return net.pool("MaxPool", x, 3, 2, 1, 1);
    }

    private static Layer shortcut(NetworkFile net, Layer x, int channels, int stride) {
        return stride == 1 && x.channels() == channels
                ? x
                : net.normalised(net.conv(x, channels, square(1, stride, 0), 1, false));
    }

    static ModelCard bundled(String name) {
        return BundledCards.first(card -> card.name().equals(name)).orElseThrow();
    }
}
