package dev.fruits.cli.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.cli.fake.FakeEngines;
import dev.fruits.cli.fake.FakeModels;
import dev.fruits.cli.fake.FakeReducers;
import dev.fruits.cli.fake.FakeStorage;
import dev.fruits.cli.fake.FarStorage;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.Reducer;
import dev.fruits.core.spi.ModelListing;
import dev.fruits.core.spi.ModelProvider;
import dev.fruits.core.spi.ModelRequest;
import dev.fruits.core.spi.ReducerProvider;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AdaptersTest {
    private static final Storages NOWHERE = new Storages(List.of(), StoreSettings.DEFAULT);
    private final Adapters fakes = new Adapters(
            new Storages(List.of(new FakeStorage(), new FarStorage()), StoreSettings.DEFAULT),
            List.of(new FakeModels()),
            List.of(new FakeEngines()),
            List.of(new FakeReducers()));

    private static void assertRefused(ThrowingCallable choice, String message) {
        assertThatThrownBy(choice).isInstanceOf(WrongUseException.class).hasMessage(message);
    }

    @Test
    void the_class_path_is_searched() {
        Adapters found = Adapters.onClassPath();
        assertThat(found.storages().providers()).hasAtLeastOneElementOfType(FakeStorage.class);
        assertThat(found.models()).hasAtLeastOneElementOfType(FakeModels.class);
        assertThat(found.engines()).hasAtLeastOneElementOfType(FakeEngines.class);
        assertThat(found.reducers()).hasAtLeastOneElementOfType(FakeReducers.class);
    }

    @Test
    void a_cnn_that_its_module_cannot_upload_to_a_cluster_is_refused() throws IOException {
        ModelProvider homely = new ModelProvider() {
            @Override
            public List<ModelListing> models() {
                return new FakeModels().models(); // weights that one brings oneself
            }

            @Override
            public boolean handles(ModelRequest request) {
                return true;
            }

            @Override
            public FeatureExtractor open(ModelRequest request) {
                return new FakeModels().open(request);
            }
        };
        Path cache = Path.of("cache");
        Adapters adapters = new Adapters(NOWHERE, List.of(homely), List.of(), List.of());

        assertRefused(
                () -> adapters.portable(FakeModels.NAME, cache, ProgressListener.SILENT),
                "model fake-cnn: its weights do not come with the program, and its module cannot upload them to a"
                        + " cluster; pass --model s3://BUCKET/FILE.onnx with its card beside it");
        assertThat(adapters.portable("bundled-elsewhere", cache, ProgressListener.SILENT))
                .isEmpty();
    }

    @Test
    void an_engine_that_is_not_there_is_refused_with_what_there_is() {
        assertThat(fakes.engine("fake").name()).isEqualTo("fake");
        assertRefused(() -> fakes.engine("spark"), "engine spark: not on the class path; available: fake");
    }

    @Test
    void the_reducer_is_the_one_named_or_the_one_that_fits_the_engine() {
        assertThat(fakes.reducer(null, "fake").name()).isEqualTo("fake-pca");
        assertThat(fakes.reducer("fake-pca", "spark").name()).isEqualTo("fake-pca");
        assertRefused(
                () -> fakes.reducer(null, "spark"),
                "reducer: none is made for engine spark; pass --reducer; available: fake-pca");
        assertRefused(
                () -> fakes.reducer("mllib", "fake"), "reducer mllib: not on the class path; available: fake-pca");
        assertRefused(
                () -> fakes.reducer("fake-cpa", "fake"),
                "reducer fake-cpa: not on the class path; did you mean 'fake-pca'?; available: fake-pca");
    }

    @Test
    void a_reducer_that_is_not_the_default_of_its_engine_is_taken_by_name_only() {
        Adapters two = new Adapters(NOWHERE, List.of(), List.of(), List.of(new Other(), new FakeReducers()));

        assertThat(two.reducer(null, "fake").name()).isEqualTo("fake-pca");
        assertThat(two.reducer("other", "fake").name()).isEqualTo("other");
    }

    private static final class Other implements ReducerProvider {
        @Override
        public String name() {
            return "other";
        }

        @Override
        public String engine() {
            return "fake";
        }

        @Override
        public boolean isDefault() {
            return false;
        }

        @Override
        public Reducer open(ComponentChoice choice) {
            throw new AssertionError("not opened");
        }
    }

    @Test
    void a_model_that_is_not_known_is_refused_with_the_known_names() {
        Path cache = Path.of("cache");
        assertThat(fakes.model(new ModelRequest("fake-cnn", cache))).isInstanceOf(FakeModels.class);
        assertRefused(
                () -> fakes.model(new ModelRequest("alexnet", cache)),
                "model alexnet: neither a known name nor a model file; known: fake-cnn");
    }

    @Test
    void without_spark_one_line_says_how_a_folder_is_followed() {
        Adapters none = new Adapters(NOWHERE, List.of(), List.of(), List.of());

        assertThatThrownBy(none::follower)
                .isInstanceOf(WrongUseException.class)
                .hasMessage("follow: needs Spark, which is not on the class path; run the jar of fruits-spark with"
                        + " spark-submit (docs/spark.md)");
    }
}
