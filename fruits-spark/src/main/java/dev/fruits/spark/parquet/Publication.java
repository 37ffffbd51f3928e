package dev.fruits.spark.parquet;

import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ResultLayout;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitter;

/**
 * One commit of a run's results. Parts carry the job's id in their names, so new ones come to lie beside those of an
 * earlier run, and nothing large is moved: the earlier marker goes first, earlier parts go when everything new is in its
 * place, the new marker comes last. What fails before that is taken back.
 */
final class Publication {
    private final ResultPlace place;
    private final WriteJob job;
    private final FileSystem files;
    private final Deque<Move> moves = new ArrayDeque<>();

    private record Move(Path from, Path to) {}

    Publication(ResultPlace place, WriteJob job) {
        this.place = place;
        this.job = job;
        this.files = place.files();
    }

    /** @throws dev.fruits.core.RunFailedException if a part is gone */
    void publish(List<WriteReceipt> receipts, List<Document> documents) throws IOException {
        Set<Path> earlier = qualified(place.ownFilesInFolders());
        requireFolders(receipts);
        Map<Path, Path> staged = stage(documents); // all bytes are written before anything is replaced
        commitTasks(receipts);
        try {
            retire(place.ownFiles());
            job.committer().commitJob(job.context());
            requireExactly(receipts);
            for (Map.Entry<Path, Path> document : staged.entrySet()) {
                publish(document.getKey(), document.getValue());
            }
        } catch (IOException | RuntimeException e) {
            undo(e);
            throw e;
        }
        earlier.removeAll(qualified(staged.values()));
        discard(earlier);
        files.create(place.resolve(ResultSink.SUCCESS_MARKER), true).close();
    }

    /** A committer would remove a file that stands where a table's folder must be. */
    private void requireFolders(List<WriteReceipt> receipts) throws IOException {
        for (String table :
                receipts.stream().map(WriteReceipt::dataset).distinct().toList()) {
            Path folder = place.resolve(table);
            if (files.exists(folder) && files.getFileStatus(folder).isFile()) {
                throw new FileAlreadyExistsException(folder.toString());
            }
        }
    }

    private void commitTasks(List<WriteReceipt> receipts) throws IOException {
        Map<WriteReceipt, PartToken> waiting = new LinkedHashMap<>();
        for (WriteReceipt receipt : receipts) {
            PartToken token = PartToken.parse(receipt.token())
                    .filter(known -> known.isOf(job))
                    .orElseThrow(() -> gone(receipt));
            if (!token.committed()) {
                waiting.put(receipt, token);
            }
        }
        for (Map.Entry<WriteReceipt, PartToken> part : waiting.entrySet()) {
            if (!committer(part.getValue()).needsTaskCommit(context(part.getValue()))) {
                throw gone(part.getKey());
            }
        }
        for (PartToken token : waiting.values()) {
            committer(token).commitTask(context(token));
        }
    }

    private PathOutputCommitter committer(PartToken token) throws IOException {
        return job.committer(token.attempt());
    }

    private TaskAttemptContext context(PartToken token) {
        return job.attemptContext(token.attempt());
    }

    /** Every part that was promised is there; one that was not promised is removed. */
    private void requireExactly(List<WriteReceipt> receipts) throws IOException {
        Set<Path> surplus = new LinkedHashSet<>(newParts());
        for (WriteReceipt receipt : receipts) {
            if (!surplus.remove(files.makeQualified(place.resolve(job.part(receipt.dataset(), receipt.partition()))))) {
                throw gone(receipt);
            }
        }
        discard(surplus);
    }

    private Set<Path> newParts() throws IOException {
        return qualified(place.ownFilesInFolders().stream().filter(job::isPart).toList());
    }

    /** As the file system itself names them, so that names can be compared. */
    private Set<Path> qualified(Collection<Path> paths) {
        return paths.stream().map(files::makeQualified).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<Path, Path> stage(List<Document> documents) throws IOException {
        Map<Path, Path> staged = new LinkedHashMap<>();
        for (Document document : documents) {
            if (Stream.of(document.name().split("/", -1)).anyMatch(part -> part.isEmpty() || part.equals(".."))) {
                throw new IllegalArgumentException("document " + document.name() + " lies outside of the results");
            }
            Path file = new Path(place.staging(), "documents/" + document.name());
            try (OutputStream out = files.create(file, true)) {
                out.write(document.text().getBytes(StandardCharsets.UTF_8));
            }
            staged.put(file, place.resolve(document.name()));
        }
        return staged;
    }

    private void retire(List<Path> replaced) throws IOException {
        for (Path file : replaced) {
            move(file, new Path(place.staging(), "replaced/" + moves.size()));
        }
    }

    private void publish(Path file, Path target) throws IOException {
        if (files.exists(target)) {
            retire(List.of(target));
        }
        move(file, target);
    }

    private void move(Path from, Path to) throws IOException {
        rename(from, to);
        moves.push(new Move(from, to));
    }

    private void rename(Path from, Path to) throws IOException {
        files.mkdirs(to.getParent());
        if (!files.rename(from, to)) {
            throw new IOException(from + " cannot be renamed to " + to);
        }
    }

    private void discard(Iterable<Path> unwanted) throws IOException {
        for (Path file : unwanted) {
            files.delete(file, false);
        }
    }

    /** Takes everything back, the last rename first; what fails at that is added to {@code cause}. */
    private void undo(Exception cause) {
        try {
            discard(newParts());
            while (!moves.isEmpty()) {
                Move move = moves.pop();
                rename(move.to, move.from);
            }
        } catch (IOException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private RuntimeException gone(WriteReceipt receipt) {
        return ResultLayout.gone(place.place().location(), receipt);
    }
}
