package dev.fruits.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.engine.ProgressListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Records all calls and whether any two overlapped. */
final class ProgressRecord implements ProgressListener {
    private record Call(long done, long total) {}

    private final Map<String, List<Call>> calls = new LinkedHashMap<>();
    private final AtomicInteger callers = new AtomicInteger();
    private boolean overlapped;

    @Override
    public void progress(String step, long done, long total) {
        boolean alone = callers.incrementAndGet() == 1;
        LockSupport.parkNanos(20_000); // so that another call would meet this one
        synchronized (this) {
            overlapped |= !alone;
            calls.computeIfAbsent(step, first -> new ArrayList<>()).add(new Call(done, total));
        }
        callers.decrementAndGet();
    }

    synchronized void assertInOrder() {
        assertThat(overlapped).as("calls overlapped").isFalse();
        calls.forEach((step, ofStep) -> {
            assertThat(ofStep).as(step).extracting(Call::done).isSorted();
            assertThat(ofStep)
                    .as(step)
                    .extracting(Call::total)
                    .containsOnly(ofStep.get(0).total());
            Call last = ofStep.get(ofStep.size() - 1);
            assertThat(last.done()).as("end of '%s'", step).isEqualTo(last.total());
        });
    }

    synchronized List<Long> totals() {
        return calls.values().stream().map(ofStep -> ofStep.get(0).total()).toList();
    }
}
