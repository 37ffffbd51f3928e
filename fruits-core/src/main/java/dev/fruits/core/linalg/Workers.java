package dev.fruits.core.linalg;

import dev.fruits.core.DaemonThreads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs numbered tasks on a fixed number of threads, the caller's among them. A call returns when all its tasks are
 * done; a helper that was not scheduled in time finds nothing left and delays nobody. Used by one thread.
 */
public final class Workers implements AutoCloseable {
    /** One task of a call. */
    public interface Task {
        /**
         * Runs a task.
         *
         * @param index of the task, from 0
         * @param worker 0 to {@code threads − 1}; no two tasks run at once under one number, so it can index scratch memory
         */
        void run(int index, int worker);
    }

    private final int threads;
    private final @Nullable ExecutorService helpers;

    /**
     * Starts the threads.
     *
     * @param threads how many run at once, the caller's included; at least 1
     */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + ": must be at least 1");
        }
        this.threads = threads;
        this.helpers = threads == 1 ? null : DaemonThreads.pool("fruits-linalg", threads - 1);
    }

    /** How many tasks run at once. */
    public int threads() {
        return threads;
    }

    /** Runs the tasks 0 to {@code tasks − 1}; throws what one of them threw, after all have ended. */
    public void run(int tasks, Task task) {
        if (helpers == null || tasks <= 1) {
            for (int i = 0; i < tasks; i++) {
                task.run(i, 0);
            }
            return;
        }
        Round round = new Round(tasks, task);
        for (int worker = 1; worker < Math.min(threads, tasks); worker++) {
            int number = worker;
            helpers.execute(() -> round.work(number));
        }
        round.work(0);
        round.await();
    }

    @Override
    public void close() {
        if (helpers != null) {
            helpers.shutdown();
        }
    }

    private static final class Round {
        private final int tasks;
        private final Task task;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch running;
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Round(int tasks, Task task) {
            this.tasks = tasks;
            this.task = task;
            this.running = new CountDownLatch(tasks);
        }

        void work(int worker) {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                try {
                    task.run(i, worker);
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                } finally {
                    running.countDown();
                }
            }
        }

        void await() {
            boolean interrupted = false;
            while (running.getCount() > 0) {
                try {
                    running.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (failure.get() instanceof Error error) {
                throw error;
            }
            if (failure.get() instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
