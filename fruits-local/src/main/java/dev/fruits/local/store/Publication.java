package dev.fruits.local.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Renames within one file system that can be undone together. */
final class Publication {
    private final Path retired;
    private final Deque<Move> moves = new ArrayDeque<>();

    /** @param retired a folder for replaced files; created if it is missing */
    Publication(Path retired) {
        this.retired = retired;
    }

    void retire(List<Path> files) throws IOException {
        for (Path file : files) {
            move(file, retired.resolve(String.valueOf(moves.size())));
        }
    }

    /** @param targets final place by staged file */
    void publish(Map<Path, Path> targets) throws IOException {
        for (Map.Entry<Path, Path> target : targets.entrySet()) {
            if (Files.exists(target.getValue())) {
                retire(List.of(target.getValue()));
            }
            move(target.getKey(), target.getValue());
        }
    }

    /** Undoes every rename, the last one first; failures are added to {@code cause}. */
    void undo(Exception cause) {
        while (!moves.isEmpty()) {
            Move move = moves.pop();
            try {
                Files.move(move.to, move.from, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        moves.push(new Move(from, to));
    }

    private record Move(Path from, Path to) {}
}
