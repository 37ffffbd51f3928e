package dev.fruits.local.engine;

import dev.fruits.core.Failures;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BinaryOperator;

/** Computes partitions on several threads and joins them in their order; few partial results are alive at a time. */
record OrderedFold<T>(ExecutorService workers, int threads, BinaryOperator<T> join) {
    /** The work on one partition. */
    interface PartitionWork<T> {
        T of(int partition) throws IOException;
    }

    T over(int partitions, T zero, PartitionWork<T> work) throws IOException {
        Deque<Future<T>> underWay = new ArrayDeque<>();
        T result = zero;
        int next = 0;
        try {
            for (int joined = 0; joined < partitions; joined++) {
                while (next < partitions && underWay.size() < threads) {
                    int partition = next++;
                    underWay.add(workers.submit(() -> work.of(partition)));
                }
                result = join.apply(result, underWay.remove().get());
            }
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the run was interrupted");
        } catch (ExecutionException e) {
            throw Failures.ofTask(e);
        } finally {
            finish(underWay);
        }
    }

    /** Lets running partitions end before their files are given up. */
    private void finish(Deque<Future<T>> underWay) {
        for (Future<T> task : underWay) {
            try {
                task.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | java.util.concurrent.CancellationException e) {
                // the first failure is already on its way to the caller
            }
        }
    }
}
