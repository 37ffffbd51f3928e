package dev.fruits.aws.s3;

import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ResultLayout;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One publication. The marker of earlier results goes first; then the new parts come to lie beside earlier ones, and the
 * documents in place of earlier ones, of which a copy is kept; then earlier parts go; the new marker comes last. What
 * fails before earlier parts go is taken back.
 */
final class S3Publication {
    /** Holds copies of what is replaced, while it is. */
    static final String STAGING = ".staging-fruits/";

    /** A million rows are some 400 parts. */
    private static final int AT_ONCE = 16;

    private static final String REPLACED = STAGING + "replaced/";

    private final S3Objects objects;
    private final S3Uploads uploads;
    private final Set<String> replaced = new LinkedHashSet<>();
    private final Set<String> written = new LinkedHashSet<>();

    S3Publication(S3Objects objects) {
        this.objects = objects;
        this.uploads = new S3Uploads(objects);
    }

    void publish(List<WriteReceipt> receipts, List<Document> documents) throws IOException {
        documents.forEach(ResultLayout::requireInside);
        List<UploadToken> parts = waiting(receipts);
        RunObjects own = new RunObjects(objects);
        Set<String> earlier = new LinkedHashSet<>(own.besides());
        earlier.addAll(own.inFolders());
        try {
            replace(earlier, parts, documents);
        } catch (IOException | RuntimeException e) {
            undo(e);
            throw e;
        }
        earlier.removeAll(written);
        deleteAll(earlier);
        objects.put(ResultSink.SUCCESS_MARKER, "");
        tidy();
    }

    /** @throws dev.fruits.core.RunFailedException if an upload is no longer there */
    private List<UploadToken> waiting(List<WriteReceipt> receipts) throws IOException {
        Set<PendingUpload> pending = new HashSet<>(uploads.pending());
        List<UploadToken> parts = new ArrayList<>();
        for (WriteReceipt receipt : receipts) {
            parts.add(UploadToken.parse(receipt.token())
                    .filter(token -> pending.contains(token.upload()))
                    .orElseThrow(() -> ResultLayout.gone(objects.place().location(), receipt)));
        }
        return parts;
    }

    private void replace(Set<String> earlier, List<UploadToken> parts, List<Document> documents) throws IOException {
        if (earlier.contains(ResultSink.SUCCESS_MARKER)) {
            keep(ResultSink.SUCCESS_MARKER);
            objects.delete(ResultSink.SUCCESS_MARKER);
        }
        complete(parts);
        for (Document document : documents) {
            if (earlier.contains(document.name()) || objects.has(document.name())) {
                keep(document.name());
            }
            written.add(document.name());
            objects.put(document.name(), document.text());
        }
    }

    /** Many at once; no request is on its way any more when this returns or throws. */
    private void complete(List<UploadToken> parts) throws IOException {
        parts.forEach(part -> written.add(part.name()));
        ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();
        try (ParallelRequests requests = new ParallelRequests(AT_ONCE)) {
            requests.all(parts, part -> {
                if (failures.isEmpty()) {
                    complete(part, failures);
                }
                return part;
            });
        }
        Exception failure = failures.peek();
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
    }

    private void complete(UploadToken part, Collection<Exception> failures) {
        try {
            uploads.complete(part);
        } catch (IOException | RuntimeException e) {
            failures.add(e);
        }
    }

    private void deleteAll(Set<String> names) throws IOException {
        try (ParallelRequests requests = new ParallelRequests(AT_ONCE)) {
            requests.all(List.copyOf(names), name -> {
                objects.delete(name);
                return name;
            });
        }
    }

    private void keep(String name) throws IOException {
        objects.copy(name, REPLACED + name);
        replaced.add(name);
    }

    /**
     * The marker, kept first, comes back last; what fails is added to {@code cause}, and then it does not come back. An
     * upload that is given up cannot be completed by a request that is still on its way.
     */
    private void undo(Exception cause) {
        try {
            Uninterrupted.run(this::restore);
        } catch (IOException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void restore() throws IOException {
        uploads.abortPending();
        for (String name : written) {
            if (!replaced.contains(name)) {
                objects.delete(name);
            }
        }
        List<String> kept = new ArrayList<>(replaced);
        for (int i = kept.size() - 1; i >= 0; i--) {
            objects.copy(REPLACED + kept.get(i), kept.get(i));
        }
        discardCopies();
    }

    /** The results are whole: what cannot be removed now is named, and removed by the next run to this place. */
    private void tidy() {
        try {
            discardCopies();
            uploads.abortPending();
        } catch (IOException | RuntimeException e) {
            System.getLogger(S3Publication.class.getName()).log(Level.WARNING, e.getMessage());
        }
    }

    private void discardCopies() throws IOException {
        for (String name : replaced) {
            objects.delete(REPLACED + name);
        }
    }
}
