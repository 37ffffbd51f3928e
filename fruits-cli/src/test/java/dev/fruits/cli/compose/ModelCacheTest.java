package dev.fruits.cli.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelCacheTest {
    @Test
    void the_environment_names_the_folder() {
        assertThat(ModelCache.of(Map.of("FRUITS_MODELS", "/weights"))).isEqualTo(new ModelCache(Path.of("/weights")));
    }

    @Test
    void otherwise_it_lies_in_the_home_folder() {
        Path home = Path.of(System.getProperty("user.home"), ".cache/fruits/models");
        assertThat(ModelCache.of(Map.of())).isEqualTo(new ModelCache(home));
        assertThat(ModelCache.of(Map.of("FRUITS_MODELS", ""))).isEqualTo(new ModelCache(home));
    }
}
