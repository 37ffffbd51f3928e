package dev.fruits.aws.s3;

import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ResultLayout;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One publication. It deletes the marker of earlier results first; then it adds the new parts beside the earlier ones, and
 * replaces earlier documents, of which it keeps a copy; then it deletes the earlier parts; the new marker comes last. A
 * failure before earlier parts are deleted restores everything.
 */
final class S3Publication {
    /** A million rows are some 400 parts. */
    private static final int AT_ONCE = 16;

    private static final String REPLACED = RunObjects.STAGING + "replaced/";

    private final S3Objects objects;
    private final Location results;
    private final RunObjects own;
    private final Set<String> replaced = new LinkedHashSet<>();
    private final Set<String> written = new LinkedHashSet<>();

    S3Publication(S3Objects objects, Location results) {
        this.objects = objects;
        this.results = results;
        this.own = new RunObjects(objects, results);
    }

    void publish(List<WriteReceipt> receipts, List<Document> documents) throws IOException {
        documents.forEach(ResultLayout::requireInside);
        List<UploadToken> parts = waiting(receipts);
        Set<String> earlier = new LinkedHashSet<>(own.present());
        try {
            replace(earlier, parts, documents);
        } catch (IOException | RuntimeException e) {
            Uninterrupted.runAfter(e, this::restore);
            throw e;
        }
        earlier.removeAll(written);
        deleteAll(earlier);
        objects.write(at(ResultSink.SUCCESS_MARKER), "");
        tidy();
    }

    private Location at(String name) {
        return results.resolve(name);
    }

    /** @throws dev.fruits.core.RunFailedException if an upload no longer exists */
    private List<UploadToken> waiting(List<WriteReceipt> receipts) throws IOException {
        Set<PendingUpload> pending = new HashSet<>(own.pending());
        List<UploadToken> parts = new ArrayList<>();
        for (WriteReceipt receipt : receipts) {
            parts.add(UploadToken.parse(receipt.token())
                    .filter(token -> pending.contains(token.upload(results)))
                    .orElseThrow(() -> ResultLayout.gone(results, receipt)));
        }
        return parts;
    }

    private void replace(Set<String> earlier, List<UploadToken> parts, List<Document> documents) throws IOException {
        if (earlier.contains(ResultSink.SUCCESS_MARKER)) {
            keep(ResultSink.SUCCESS_MARKER);
            objects.delete(at(ResultSink.SUCCESS_MARKER));
        }
        complete(parts);
        for (Document document : documents) {
            if (earlier.contains(document.name()) || objects.exists(at(document.name()))) {
                keep(document.name());
            }
            written.add(document.name());
            objects.write(at(document.name()), document.text());
        }
    }

    private void complete(List<UploadToken> parts) throws IOException {
        parts.forEach(part -> written.add(part.name()));
        MultipartUploads uploads = new MultipartUploads(objects);
        try (ParallelRequests requests = new ParallelRequests(AT_ONCE)) {
            requests.all(parts, part -> {
                uploads.complete(part.upload(results), part.etags(), part.size());
                return part;
            });
        }
    }

    private void deleteAll(Set<String> names) throws IOException {
        try (ParallelRequests requests = new ParallelRequests(AT_ONCE)) {
            requests.all(List.copyOf(names), name -> {
                objects.delete(at(name));
                return name;
            });
        }
    }

    private void keep(String name) throws IOException {
        objects.copy(at(name), at(REPLACED + name));
        replaced.add(name);
    }

    /**
     * Restores the marker last, and not at all if anything else fails. An upload that is aborted cannot be completed by a
     * request that is still running.
     */
    private void restore() throws IOException {
        own.abortPending();
        for (String name : written) {
            if (!replaced.contains(name)) {
                objects.delete(at(name));
            }
        }
        List<String> kept = new ArrayList<>(replaced);
        for (int i = kept.size() - 1; i >= 0; i--) {
            objects.copy(at(REPLACED + kept.get(i)), at(kept.get(i)));
        }
        discardCopies();
    }

    /** The results are whole: what cannot be removed now is logged, and removed by the next run to this location. */
    private void tidy() {
        Uninterrupted.runOrLog(Level.WARNING, "", () -> {
            discardCopies();
            own.abortPending();
        });
    }

    private void discardCopies() throws IOException {
        for (String name : replaced) {
            objects.delete(at(REPLACED + name));
        }
    }
}
