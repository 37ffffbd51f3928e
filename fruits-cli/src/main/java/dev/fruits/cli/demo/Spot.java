package dev.fruits.cli.demo;

import java.util.ArrayList;
import java.util.List;

/** A place on a surface, with the unit direction outwards. */
record Spot(Vec point, Vec outwards) {
    private static final double GOLDEN_TURN = (3 - Math.sqrt(5)) / 2;
    private static final int STEPS = 200;

    static Spot on(Surface surface, double u, double v) {
        Vec round = surface.at(u + 0.002, v).minus(surface.at(u - 0.002, v));
        Vec along = surface.at(u, v + 0.002).minus(surface.at(u, v - 0.002));
        return new Spot(surface.at(u, v), round.cross(along).unit());
    }

    /** Spots spread evenly between two heights on a golden spiral, as plants set their seeds (Vogel 1979). */
    static List<Spot> spread(Surface surface, int count, double fromV, double toV) {
        double whole = 0;
        for (int i = 0; i < STEPS; i++) {
            whole += ring(surface, fromV, toV, i);
        }
        List<Spot> spots = new ArrayList<>();
        double passed = 0;
        for (int i = 0; i < STEPS; i++) {
            passed += ring(surface, fromV, toV, i);
            while (spots.size() < count && (spots.size() + 0.5) * whole <= passed * count) {
                spots.add(on(surface, GOLDEN_TURN * spots.size(), way(fromV, toV, i)));
            }
        }
        return spots;
    }

    private static double ring(Surface surface, double fromV, double toV, int step) {
        Vec here = surface.at(0, way(fromV, toV, step));
        return here.radius()
                * surface.at(0, way(fromV, toV, step + 1)).minus(here).length();
    }

    private static double way(double fromV, double toV, int step) {
        return Ramp.mix(fromV, toV, (step + 0.5) / STEPS);
    }
}
