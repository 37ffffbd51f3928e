package dev.fruits.core.diff;

import java.util.List;
import java.util.TreeSet;

/**
 * Many names, of which a few are shown.
 *
 * @param count of all
 * @param sample at most {@value #SHOWN}, the first in alphabetical order
 */
public record Names(long count, List<String> sample) {
    static final int SHOWN = 5;

    public Names {
        sample = List.copyOf(sample);
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** Takes names in any order. Used by one thread. */
    static final class Collector {
        private final TreeSet<String> first = new TreeSet<>();
        private long count;

        void add(String name) {
            count++;
            first.add(name);
            if (first.size() > SHOWN) {
                first.pollLast();
            }
        }

        Names names() {
            return new Names(count, List.copyOf(first));
        }
    }
}
