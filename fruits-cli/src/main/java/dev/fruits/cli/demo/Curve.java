package dev.fruits.cli.demo;

import java.util.List;
import java.util.function.UnaryOperator;

/** A smooth curve through points, one span between each two: the spline of Catmull and Rom (1974), uniform. */
record Curve(List<Vec> points, Vec beforeFirst, Vec afterLast) {
    Curve {
        points = List.copyOf(points);
    }

    /** A curve that leaves its ends straight on. */
    static Curve through(List<Vec> points) {
        int last = points.size() - 1;
        return new Curve(points, beyond(points.get(0), points.get(1)), beyond(points.get(last), points.get(last - 1)));
    }

    /** Half the outline of a solid of revolution, bottom to top, x its radius: it crosses the axis level. */
    static Curve outline(double... radiusAndHeight) {
        Vec[] points = new Vec[radiusAndHeight.length / 2];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Vec(radiusAndHeight[2 * i], radiusAndHeight[2 * i + 1], 0);
        }
        return new Curve(List.of(points), mirrored(points[1]), mirrored(points[points.length - 2]));
    }

    /** With every point moved, those beyond the ends alike. */
    Curve shaped(UnaryOperator<Vec> change) {
        return new Curve(points.stream().map(change).toList(), change.apply(beforeFirst), change.apply(afterLast));
    }

    /** The point at {@code t}, 0 the first, 1 the last. */
    Vec at(double t) {
        int spans = points.size() - 1;
        int i = Math.min(spans - 1, Math.max(0, (int) (t * spans)));
        Vec before = i == 0 ? beforeFirst : points.get(i - 1);
        Vec after = i == spans - 1 ? afterLast : points.get(i + 2);
        return spline(before, points.get(i), points.get(i + 1), after, t * spans - i);
    }

    /** The unit direction at {@code t}, from the first point to the last. */
    Vec direction(double t) {
        return at(t + 1e-4).minus(at(t - 1e-4)).unit();
    }

    private static Vec spline(Vec a, Vec b, Vec c, Vec d, double t) {
        double t2 = t * t;
        double t3 = t2 * t;
        return a.times(-0.5 * t3 + t2 - 0.5 * t)
                .plus(b.times(1.5 * t3 - 2.5 * t2 + 1))
                .plus(c.times(-1.5 * t3 + 2 * t2 + 0.5 * t))
                .plus(d.times(0.5 * t3 - 0.5 * t2));
    }

    private static Vec beyond(Vec end, Vec neighbour) {
        return end.times(2).minus(neighbour);
    }

    private static Vec mirrored(Vec p) {
        return new Vec(-p.x(), p.y(), p.z());
    }
}
