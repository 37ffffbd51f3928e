package dev.fruits.examples;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Which classes of Fruits-360 are kept from learning: the same 26 of the 131 on every machine. */
final class UnseenClasses {
    private static final int COUNT = 26;
    private static final long SEED = 42;

    private UnseenClasses() {}

    static Set<String> among(Collection<String> labels) {
        List<String> shuffled = new ArrayList<>(new TreeSet<>(labels));
        Collections.shuffle(shuffled, new Random(SEED));
        return new TreeSet<>(shuffled.subList(0, COUNT));
    }
}
