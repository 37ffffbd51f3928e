package dev.fruits.cli.fake;

import dev.fruits.core.engine.Engine;
import dev.fruits.core.spi.FollowListener;
import dev.fruits.core.spi.FollowProvider;
import dev.fruits.core.spi.FollowRequest;
import dev.fruits.core.spi.FollowTotals;
import dev.fruits.core.spi.Following;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows nothing, and says that two batches came. */
public final class FakeFollowers implements FollowProvider {
    private static @Nullable FollowRequest asked;

    /** The last request. */
    public static Optional<FollowRequest> asked() {
        return Optional.ofNullable(asked);
    }

    @Override
    public String engine() {
        return FakeEngines.NAME;
    }

    @Override
    public Following start(FollowRequest request, Engine engine, FollowListener listener) {
        asked = request;
        return new Following() {
            @Override
            public FollowTotals await() {
                return new FollowTotals(2, 9, 6, 1, 2);
            }

            @Override
            public void stop() {}
        };
    }
}
