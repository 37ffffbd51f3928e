package dev.fruits.local.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.contract.ResultStoreContract;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.sink.StoredPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalResultStoreTest extends ResultStoreContract {
    @TempDir
    Path folder;

    @Override
    protected ResultStore store() {
        return LocalResultStore.in(out());
    }

    @Override
    protected List<String> entries() throws IOException {
        if (!Files.exists(out())) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(out())) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> out().relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Override
    protected void putForeign(String name, byte[] bytes) throws IOException {
        Files.createDirectories(out().resolve(name).getParent());
        Files.write(out().resolve(name), bytes);
    }

    private Path out() {
        return folder.resolve("out of 'été'");
    }

    @Test
    void a_part_that_is_gone_is_named() {
        assertThatThrownBy(() -> store().open(new StoredPart("features/part-00000.parquet", 5), 0, 5))
                .isInstanceOf(IOException.class)
                .hasMessage("no such file: " + out().resolve("features/part-00000.parquet"));
    }
}
