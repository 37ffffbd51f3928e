package dev.fruits.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelRequestTest {
    @Test
    void the_environment_names_the_folder() {
        assertThat(ModelRequest.cacheFolder(Map.of("FRUITS_MODELS", "/weights")))
                .isEqualTo(Path.of("/weights"));
    }

    @Test
    void otherwise_it_lies_in_the_home_folder() {
        Path home = Path.of(System.getProperty("user.home"), ".cache/fruits/models");
        assertThat(ModelRequest.cacheFolder(Map.of())).isEqualTo(home);
        assertThat(ModelRequest.cacheFolder(Map.of("FRUITS_MODELS", ""))).isEqualTo(home);
    }
}
