package dev.fruits.emr;

import dev.fruits.core.image.Location;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.ClusterSpec;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A backend in front of another, where a test wants something to go wrong between two of its steps. */
class ForwardingBackend implements EmrBackend {
    /** The process is gone: nothing after it is done. */
    static final class Kill extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final EmrBackend other;

    ForwardingBackend(EmrBackend other) {
        this.other = other;
    }

    @Override
    public void check(ClusterSpec spec) throws IOException {
        other.check(spec);
    }

    @Override
    public List<ClusterRun> named(String run) throws IOException {
        return other.named(run);
    }

    @Override
    public List<ClusterRun> all() throws IOException {
        return other.all();
    }

    @Override
    public ClusterRun create(ClusterSpec spec, int attempt) throws IOException, Refused {
        return other.create(spec, attempt);
    }

    @Override
    public ClusterRun look(String id) throws IOException {
        return other.look(id);
    }

    @Override
    public Optional<ClusterRun> known(String id) throws IOException {
        return other.known(id);
    }

    @Override
    public void end(String id) throws IOException {
        other.end(id);
    }

    @Override
    public boolean isGone(ClusterRun run) {
        return other.isGone(run);
    }

    @Override
    public List<Location> logs(ClusterRun run) throws IOException {
        return other.logs(run);
    }

    @Override
    public void close() {
        other.close();
    }
}
