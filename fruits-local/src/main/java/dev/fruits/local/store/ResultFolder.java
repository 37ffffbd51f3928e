package dev.fruits.local.store;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ResultLayout;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The layout of the folder of a run's results, and its publication. */
record ResultFolder(Location location, Path root) {
    static ResultFolder at(Location location) {
        if (!location.isLocal()) {
            throw new WrongUseException("out " + location + ": is not a local folder; give a path, or file:///…");
        }
        try {
            return new ResultFolder(location, Path.of(location.localPath()));
        } catch (InvalidPathException e) {
            throw new WrongUseException(
                    "out " + location + ": is not a valid path on this machine (" + e.getReason()
                            + "); give another --out",
                    e);
        }
    }

    /** The files with the names that a run writes, the marker first. */
    List<Path> earlierResults() throws IOException {
        List<Path> found = new ArrayList<>();
        ResultLayout.OWN_FILES.stream().map(root::resolve).filter(Files::exists).forEach(found::add);
        for (String folder : ResultLayout.OWN_FOLDERS) {
            children(root.resolve(folder)).stream().filter(ResultFolder::isOwn).forEach(found::add);
        }
        return found;
    }

    /** Creates an empty staging folder, which proves that the location can be written to. */
    void prepare() throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new WrongUseException("out " + location + ": is a file; give a folder");
        }
        try {
            FileTree.delete(staging());
            Files.createDirectories(staging());
        } catch (IOException e) {
            throw new IOException(
                    "out " + location + ": cannot be written to (" + IoReason.of(e)
                            + "); let this user write there or give another --out",
                    e);
        }
    }

    Path stagedParts() throws IOException {
        return Files.createDirectories(staging().resolve("parts"));
    }

    void publish(List<WriteReceipt> receipts, List<Document> documents) throws IOException {
        Map<Path, Path> parts = targets(receipts);
        Publication publication = new Publication(staging().resolve("replaced"));
        try {
            Map<Path, Path> staged = stage(documents); // all bytes are written before anything is replaced
            publication.retire(earlierResults());
            publication.publish(parts);
            publication.publish(staged);
            Files.createFile(root.resolve(ResultSink.SUCCESS_MARKER)); // nothing is undone after it
        } catch (RuntimeException e) {
            publication.undo(e);
            throw e;
        } catch (IOException e) {
            publication.undo(e);
            throw new IOException(
                    "out " + location + ": results cannot be published (" + IoReason.of(e)
                            + "); free space on its disk or give another --out",
                    e);
        }
        FileTree.discard(staging());
    }

    /** Removes staged files, and the folder itself if it is then empty. */
    void abandon() {
        FileTree.discard(staging());
        FileTree.discardEmpty(root);
    }

    private Path staging() {
        return root.resolve(".staging-fruits");
    }

    /** The final path of each part: numbered from 0 in each table, in the order of the partitions. */
    private Map<Path, Path> targets(List<WriteReceipt> receipts) {
        Map<Path, Path> targets = new LinkedHashMap<>();
        Map<String, Integer> next = new LinkedHashMap<>();
        for (WriteReceipt receipt : inOrder(receipts)) {
            Path part = staging().resolve("parts").resolve(receipt.token());
            if (!Files.isRegularFile(part)) {
                throw ResultLayout.gone(location, receipt);
            }
            int number = next.merge(receipt.dataset(), 1, Integer::sum) - 1;
            targets.put(part, root.resolve(receipt.dataset()).resolve(name(number, receipt.token())));
        }
        return targets;
    }

    /** Names sort by number; the suffix of the token is kept. */
    private static String name(int number, String token) {
        return String.format(Locale.ROOT, "part-%05d%s", number, token.substring(token.indexOf('.')));
    }

    private static List<WriteReceipt> inOrder(List<WriteReceipt> receipts) {
        return receipts.stream()
                .sorted(Comparator.comparingInt(WriteReceipt::partition))
                .toList();
    }

    private Map<Path, Path> stage(List<Document> documents) throws IOException {
        Map<Path, Path> staged = new LinkedHashMap<>();
        for (Document document : documents) {
            ResultLayout.requireInside(document);
            Path file = staging().resolve("documents").resolve(document.name());
            Files.createDirectories(file.getParent());
            Files.writeString(file, document.text());
            staged.put(file, root.resolve(document.name()));
        }
        return staged;
    }

    private static boolean isOwn(Path file) {
        return ResultLayout.isOwn(file.getFileName().toString());
    }

    static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }
}
