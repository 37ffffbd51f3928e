package dev.fruits.spark.hadoop;

import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ResultLayout;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.TaskAttemptID;

/**
 * One commit of a run's results. Parts carry the job's id in their names, so new ones come to lie beside those of an
 * earlier run, and nothing large is moved: the earlier marker goes first, earlier parts go when everything new is in its
 * place, the new marker comes last. What fails before that is taken back.
 */
final class HadoopPublication {
    private final HadoopResultFolder results;
    private final HadoopWriteJob job;
    private final FileSystem files;
    private final Deque<Move> moves = new ArrayDeque<>();

    private record Move(Path from, Path to) {}

    HadoopPublication(HadoopResultFolder results, HadoopWriteJob job) {
        this.results = results;
        this.job = job;
        this.files = results.files();
    }

    /** @throws dev.fruits.core.RunFailedException if a part is missing */
    void publish(List<WriteReceipt> receipts, List<Document> documents) throws IOException {
        Set<Path> earlier = qualified(results.ownFilesInFolders());
        requireFolders(receipts);
        Map<WriteReceipt, HadoopPartToken> parts = tokens(receipts);
        Map<Path, Path> staged = stage(documents); // all bytes are written before anything is replaced
        commitTasks(parts);
        try {
            retire(results.ownFiles());
            job.committer().commitJob(job.context());
            requireExactly(parts);
            for (Map.Entry<Path, Path> document : staged.entrySet()) {
                publish(document.getKey(), document.getValue());
            }
        } catch (IOException | RuntimeException e) {
            undo(e);
            throw e;
        }
        earlier.removeAll(qualified(staged.values()));
        discard(earlier);
        files.create(results.resolve(ResultSink.SUCCESS_MARKER), true).close();
    }

    /** A committer would remove a file that stands where a table's folder must be. */
    private void requireFolders(List<WriteReceipt> receipts) throws IOException {
        for (String table :
                receipts.stream().map(WriteReceipt::dataset).distinct().toList()) {
            Path folder = results.resolve(table);
            if (files.exists(folder) && files.getFileStatus(folder).isFile()) {
                throw new FileAlreadyExistsException(folder.toString());
            }
        }
    }

    private Map<WriteReceipt, HadoopPartToken> tokens(List<WriteReceipt> receipts) {
        Map<WriteReceipt, HadoopPartToken> tokens = new LinkedHashMap<>();
        for (WriteReceipt receipt : receipts) {
            HadoopPartToken token = HadoopPartToken.parse(receipt.token())
                    .filter(known -> known.isOf(job))
                    .orElseThrow(() -> gone(receipt));
            tokens.put(receipt, token);
        }
        return tokens;
    }

    /** In Spark tasks, workers committed their attempts; the others are committed here. */
    private void commitTasks(Map<WriteReceipt, HadoopPartToken> parts) throws IOException {
        Map<WriteReceipt, HadoopPartToken> waiting = new LinkedHashMap<>(parts);
        waiting.values().removeIf(HadoopPartToken::committed);
        for (Map.Entry<WriteReceipt, HadoopPartToken> part : waiting.entrySet()) {
            TaskAttemptID attempt = part.getValue().attempt();
            if (!job.committer(attempt).needsTaskCommit(job.attemptContext(attempt))) {
                throw gone(part.getKey());
            }
        }
        for (HadoopPartToken token : waiting.values()) {
            job.committer(token.attempt()).commitTask(job.attemptContext(token.attempt()));
        }
    }

    /** Every part that was promised exists; one that was not promised is removed. */
    private void requireExactly(Map<WriteReceipt, HadoopPartToken> parts) throws IOException {
        Set<Path> surplus = new LinkedHashSet<>(newParts());
        for (Map.Entry<WriteReceipt, HadoopPartToken> part : parts.entrySet()) {
            if (!surplus.remove(
                    files.makeQualified(results.resolve(part.getValue().part())))) {
                throw gone(part.getKey());
            }
        }
        discard(surplus);
    }

    private Set<Path> newParts() throws IOException {
        return qualified(
                results.ownFilesInFolders().stream().filter(job::isPart).toList());
    }

    /** As the file system itself names them, so that names can be compared. */
    private Set<Path> qualified(Collection<Path> paths) {
        return paths.stream().map(files::makeQualified).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<Path, Path> stage(List<Document> documents) throws IOException {
        Map<Path, Path> staged = new LinkedHashMap<>();
        for (Document document : documents) {
            ResultLayout.requireInside(document);
            Path file = results.staging("documents/" + document.name());
            results.at().write(file, document.text());
            staged.put(file, results.resolve(document.name()));
        }
        return staged;
    }

    private void retire(List<Path> replaced) throws IOException {
        for (Path file : replaced) {
            move(file, results.staging("replaced/" + moves.size()));
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
        return ResultLayout.gone(results.at().location(), receipt);
    }
}
