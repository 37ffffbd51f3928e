package dev.fruits.djl;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.engine.ProgressListener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Weights that their authors publish: fetched into the cache at first use, and only ever used as the very file. */
final class PublishedWeights {
    /**
     * The weights of a card as a file of the cache. A file of the cache that is not what the card says is fetched again.
     *
     * @throws RunFailedException if no source of the card has them, or the cache cannot be written
     */
    Path file(ModelCard card, WeightsCache cache, ProgressListener listener) {
        return cache.file(card, file -> fetch(card, cache, file, listener));
    }

    private void fetch(ModelCard card, WeightsCache cache, Path file, ProgressListener listener) throws IOException {
        String state = Files.exists(cache.place(card)) ? "damaged in the cache" : "not in the cache";
        HttpDownload download = new HttpDownload();
        List<String> problems = new ArrayList<>();
        boolean offline = true;
        for (String source : card.facts().sources()) {
            try {
                String sha256 = download.fetch(
                        URI.create(source),
                        file,
                        (bytes, total) -> listener.fetched(card.name(), bytes, size(card, total)));
                if (sha256.equals(card.sha256())) {
                    return;
                }
                offline = false;
                problems.add(source + " has another file: SHA-256 " + sha256 + " in place of " + card.sha256());
            } catch (HttpDownload.NotHadException e) {
                offline &= e.isUnreachable();
                problems.add(source + " " + e.getMessage());
            }
        }
        String what = state + " and " + (offline ? "no network" : String.join("; ", problems));
        throw new RunFailedException("model " + card.name() + ": " + what + "; pass --model FILE"
                + card.kind().ending() + " or fill " + cache.folder() + " (see ./fruits models)");
    }

    private static long size(ModelCard card, long told) {
        return told > 0 ? told : card.facts().bytes();
    }
}
