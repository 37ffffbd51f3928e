package dev.fruits.local.store;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.PartSlice;
import dev.fruits.core.sink.ResultLayout;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.sink.StagedPart;
import dev.fruits.core.sink.StoredPart;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Results in a folder of the local disk: a table as {@code features/part-00000.parquet} and so on, documents beside it.
 * Parts are staged in a hidden folder inside and renamed when they are published; a publication that fails restores
 * everything.
 *
 * @param location the folder, created if it is missing
 */
public record LocalResultStore(Location location) implements ResultStore {
    /**
     * Checks the form of the path; writes nothing.
     *
     * @throws WrongUseException if the location is not a path of the local file system
     */
    public LocalResultStore {
        ResultFolder.at(location);
    }

    public static LocalResultStore in(Path folder) {
        return new LocalResultStore(new Location(folder.toString()));
    }

    @Override
    public boolean holdsResults() throws IOException {
        return !folder().earlierResults().isEmpty();
    }

    @Override
    public void prepare() throws IOException {
        folder().prepare();
    }

    @Override
    public StagedPart stage(String table, int partition, long attempt, String suffix) throws IOException {
        return LocalStagedPart.open(folder().stagedParts().resolve(table + "-" + partition + "-" + attempt + suffix));
    }

    @Override
    public void publish(List<WriteReceipt> receipts, List<Document> documents) throws IOException {
        folder().publish(receipts, documents);
    }

    @Override
    public void abandon() {
        folder().abandon();
    }

    @Override
    public boolean isFinished() {
        return Files.isRegularFile(root().resolve(ResultSink.SUCCESS_MARKER));
    }

    @Override
    public void requireFinished() {
        Path root = root();
        if (!Files.exists(root)) {
            throw new WrongUseException("run " + location + ": no such folder; check the path");
        }
        if (!Files.isDirectory(root)) {
            throw new WrongUseException("run " + location + ": is a file; give the folder with the results of a run");
        }
        if (!isFinished()) {
            throw ResultLayout.unfinished(location, Files.exists(root.resolve("manifest.json")));
        }
    }

    @Override
    public List<StoredPart> parts(String table, String suffix) throws IOException {
        List<StoredPart> parts = new ArrayList<>();
        for (Path file : ResultFolder.children(root().resolve(table))) {
            String name = file.getFileName().toString();
            if (ResultLayout.isPart(name) && name.endsWith(suffix)) {
                parts.add(new StoredPart(table + "/" + name, Files.size(file)));
            }
        }
        return parts;
    }

    @Override
    public InputStream open(StoredPart part, long begin, long length) throws IOException {
        try {
            FileChannel file = FileChannel.open(root().resolve(part.name()));
            return new PartSlice(Channels.newInputStream(file.position(begin)), length);
        } catch (IOException e) {
            throw new IOException(IoReason.of(e), e);
        }
    }

    @Override
    public Optional<String> text(String name) throws IOException {
        Path file = root().resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new IOException(IoReason.of(e), e);
        }
    }

    private ResultFolder folder() {
        return ResultFolder.at(location);
    }

    private Path root() {
        return folder().root();
    }
}
