package dev.fruits.local.engine;

import dev.fruits.core.Failures;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;

/**
 * Tasks that succeed together: the first failure cancels the others, and closing waits until none runs any more. Used
 * by one thread.
 */
final class TaskGroup implements AutoCloseable {
    /** Work that may fail as ports do. */
    interface Task {
        void run() throws IOException, InterruptedException;
    }

    private final LinkedBlockingQueue<Future<Void>> finished = new LinkedBlockingQueue<>();
    private final List<Future<Void>> started = new ArrayList<>();
    /** One party for the caller and one for every task that runs. */
    private final Phaser running = new Phaser(1);

    void start(ExecutorService threads, Task task) {
        Callable<Void> body = () -> {
            running.register();
            try {
                task.run();
                return null;
            } finally {
                running.arriveAndDeregister();
            }
        };
        started.add(new ExecutorCompletionService<>(threads, finished).submit(body));
    }

    /** Waits for all tasks; throws what the first failing one threw. */
    void await() throws IOException {
        try {
            for (int i = 0; i < started.size(); i++) {
                finished.take().get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the run was interrupted");
        } catch (ExecutionException e) {
            throw Failures.ofTask(e);
        }
    }

    /** Cancels what still runs and waits for its end, so that nobody writes to files that are about to be closed. */
    @Override
    public void close() {
        started.forEach(task -> task.cancel(true));
        running.arriveAndAwaitAdvance();
    }
}
