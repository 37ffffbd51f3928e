package dev.fruits.cli.demo;

import java.util.function.DoubleUnaryOperator;

/** A parametric surface. */
@FunctionalInterface
interface Surface {
    /**
     * @param u turns round it, 0 to 1, where it closes; across it on an open one
     * @param v the way along it, 0 to 1
     */
    Vec at(double u, double v);

    /** How far a point is pushed away from the upright axis and the middle, as a share of its distance. */
    @FunctionalInterface
    interface Relief {
        double at(Vec p, double u, double v);
    }

    /** A solid of revolution round the upright axis. */
    static Surface turned(Curve outline) {
        return (u, v) -> {
            Vec p = outline.at(v);
            return Vec.round(u, p.x(), p.y());
        };
    }

    static Surface ball(Vec middle, double radius) {
        return (u, v) -> {
            double angle = Math.PI * (v - 0.5);
            return Vec.round(u, radius * StrictMath.cos(angle), radius * StrictMath.sin(angle))
                    .plus(middle);
        };
    }

    /** A tube round a path that lies more or less in the plane of x and y. */
    static Surface tube(Curve path, DoubleUnaryOperator radius) {
        return (u, v) -> {
            Vec along = path.direction(v);
            Vec aside = along.cross(Rotation.NONE.ofZ()).unit();
            Vec across = aside.cross(along);
            Vec offset = Vec.round(u, radius.applyAsDouble(v), 0);
            return path.at(v).plus(aside.times(offset.x())).plus(across.times(offset.z()));
        };
    }

    /**
     * A leaf along a path, open at its edges.
     *
     * @param width half its width along the way
     * @param facing its upper side's rough direction
     * @param fold how far its edges rise, as a share of the width
     */
    static Surface blade(Curve path, DoubleUnaryOperator width, Vec facing, double fold) {
        return (u, v) -> {
            Vec along = path.direction(v);
            Vec aside = along.cross(facing).unit();
            double half = width.applyAsDouble(v);
            double across = 2 * u - 1;
            Vec rise = aside.cross(along).times(fold * half * across * across);
            return path.at(v).plus(aside.times(half * across)).plus(rise);
        };
    }

    default Surface with(Relief relief) {
        return (u, v) -> {
            Vec p = at(u, v);
            return p.times(1 + relief.at(p, u, v));
        };
    }

    default Surface scaled(double x, double y, double z) {
        return (u, v) -> at(u, v).times(x, y, z);
    }

    default Surface turned(Rotation rotation) {
        return (u, v) -> rotation.apply(at(u, v));
    }

    default Surface moved(Vec by) {
        return (u, v) -> at(u, v).plus(by);
    }
}
