package dev.fruits.cli.demo;

/** The paint of each point of a surface. */
@FunctionalInterface
interface Skin {
    /**
     * @param p the point, in the fruit's own coordinates
     * @param u turns round the surface, 0 to 1
     * @param v the way along it, 0 to 1
     */
    Paint at(Vec p, double u, double v);

    static Skin plain(Paint paint) {
        return (p, u, v) -> paint;
    }
}
