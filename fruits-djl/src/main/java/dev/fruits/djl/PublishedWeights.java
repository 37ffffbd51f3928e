package dev.fruits.djl;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.engine.ProgressListener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Weights that their authors publish: downloaded into the cache at first use, and used only if the checksum is right. */
final class PublishedWeights {
    private PublishedWeights() {}

    /**
     * The weights of a card as a file of the cache. A file with another checksum than the card's is downloaded again.
     *
     * @throws RunFailedException if no source of the card provides them, or the cache cannot be written
     */
    static Path file(ModelCard card, WeightsCache cache, ProgressListener listener) {
        return cache.file(card, file -> download(card, cache, file, listener));
    }

    private static void download(ModelCard card, WeightsCache cache, Path file, ProgressListener listener)
            throws IOException {
        String state = Files.exists(cache.place(card)) ? "damaged in the cache" : "not in the cache";
        HttpDownload http = new HttpDownload();
        List<String> problems = new ArrayList<>();
        boolean offline = true;
        for (String source : card.facts().sources()) {
            try {
                String sha256 = http.download(
                        URI.create(source),
                        file,
                        (bytes, total) -> listener.fetched(card.name(), bytes, size(card, total)));
                if (sha256.equals(card.sha256())) {
                    return;
                }
                offline = false;
                problems.add(source + " has another file: SHA-256 " + sha256 + " in place of " + card.sha256());
            } catch (HttpDownload.DownloadException e) {
                offline &= e.isUnreachable();
                problems.add(source + " " + e.getMessage());
            }
        }
        String what = state + " and " + (offline ? "no network" : String.join("; ", problems));
        throw new RunFailedException("model " + card.name() + ": " + what + "; pass --model FILE"
                + card.kind().ending() + " or fill " + cache.folder() + " (see ./fruits models)");
    }

    private static long size(ModelCard card, long stated) {
        return stated > 0 ? stated : card.facts().bytes();
    }
}
