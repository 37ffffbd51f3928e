package dev.fruits.parquet;

import dev.fruits.core.feature.FeatureRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The rows of one table in several parts, one part open at a time. */
final class FeatureRows extends Spliterators.AbstractSpliterator<FeatureRow> {
    private final Iterator<PartFile> parts;
    private final PartUse use;
    private @Nullable PartReader part;

    private FeatureRows(List<PartFile> parts, PartUse use) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.parts = parts.iterator();
        this.use = use;
    }

    static Stream<FeatureRow> stream(List<PartFile> parts, PartUse use) {
        FeatureRows rows = new FeatureRows(parts, use);
        return StreamSupport.stream(rows, false).onClose(rows::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super FeatureRow> action) {
        try {
            while (part != null || openNext()) {
                Optional<FeatureRow> row = part == null ? Optional.empty() : part.next();
                if (row.isPresent()) {
                    action.accept(row.get());
                    return true;
                }
                close();
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void close() {
        if (part != null) {
            part.close();
            part = null;
        }
    }

    private boolean openNext() throws IOException {
        while (part == null && parts.hasNext()) {
            part = use.open(parts.next()).orElse(null);
        }
        return part != null;
    }
}
