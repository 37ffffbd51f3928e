package dev.fruits.core;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Walks the causes of a failure. */
public final class Failures {
    private static final int MOST_CAUSES = 100; // a chain may be a circle

    private Failures() {}

    /** The failure itself, its cause, that one's cause and so on. */
    public static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, failure -> failure != null, Throwable::getCause)
                .limit(MOST_CAUSES);
    }

    /** The first of the {@link #chain} that is of {@code type}. */
    public static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        return chain(thrown).filter(type::isInstance).map(type::cast).findFirst();
    }

    /** The last of the {@link #chain}. */
    public static Throwable root(Throwable thrown) {
        return chain(thrown).reduce(thrown, (first, second) -> second);
    }

    /** The first line of the {@link #root}'s message; the name of its type if it has none. */
    public static String rootReason(Throwable thrown) {
        Throwable root = root(thrown);
        String message = root.getMessage();
        return message == null || message.isBlank()
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message).strip();
    }

    /**
     * What made a task on another thread fail.
     *
     * @return the task's {@code IOException}, or one around another checked exception, to be thrown
     * @throws RuntimeException the task's own
     * @throws Error the task's own
     */
    public static IOException ofTask(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException io ? io : new IOException(cause);
    }
}
