package dev.fruits.cli.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.cli.fake.FakeStorage;
import dev.fruits.cli.fake.FarStorage;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.Storage;
import dev.fruits.core.spi.StorageProvider;
import dev.fruits.core.store.StoreSettings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoragesTest {
    private static final FakeStorage FAKE = new FakeStorage();
    private static final Storage OF_CLUSTERS = new FarStorage();

    /** The same scheme as {@link FakeStorage}, native to the engine {@code cluster}. */
    private static final StorageProvider CLUSTER = new StorageProvider() {
        @Override
        public Set<String> schemes() {
            return Set.of("fake", "hdfs");
        }

        @Override
        public boolean isNativeTo(String engine) {
            return engine.equals("cluster");
        }

        @Override
        public Storage connect(StoreSettings settings) {
            return OF_CLUSTERS;
        }
    };

    private static Storages of(StorageProvider... providers) {
        return new Storages(List.of(providers), StoreSettings.DEFAULT);
    }

    @Test
    void the_first_storage_with_the_scheme_is_used_unless_one_is_native_to_the_engine() {
        Location images = new Location("FAKE://images/6");
        Storages both = of(FAKE, CLUSTER);

        assertThat(both.of("images", images)).isSameAs(FAKE);
        assertThat(both.on("local", StoreSettings.DEFAULT).of("images", images)).isSameAs(FAKE);
        assertThat(both.on("cluster", StoreSettings.DEFAULT).of("images", images))
                .isSameAs(OF_CLUSTERS);
    }

    @Test
    void residency_comes_from_any_storage_that_can_tell_it() {
        Storages onCluster = of(FAKE, CLUSTER).on("cluster", StoreSettings.DEFAULT);

        assertThat(onCluster.residency(new Location("fake://paris"))).isPresent();
        assertThat(onCluster.residency(new Location("photos"))).isEmpty();
    }

    @Test
    void an_unknown_scheme_is_refused_with_the_schemes_that_work() {
        assertThatThrownBy(() -> of(FAKE, new FarStorage()).of("images", new Location("gs://bucket/photos")))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("images gs://bucket/photos: scheme 'gs' is not supported; supported: fake://, far://;"
                        + " hdfs:// and other file systems of Hadoop with fruits-spark and Spark on the class path");
        assertThatThrownBy(() -> of(FAKE, CLUSTER).of("out", new Location("gs://bucket/out")))
                .hasMessage("out gs://bucket/out: scheme 'gs' is not supported; supported: fake://, hdfs://");
        assertThatThrownBy(() -> of(CLUSTER).of("out", new Location("results")))
                .hasMessage("out results: local paths are not supported; supported: fake://, hdfs://");
    }

    @Test
    void the_laptop_has_paths_files_and_s3_under_the_names_of_hadoop_too() {
        Storages laptop = Storages.onClassPath(StoreSettings.DEFAULT);

        assertThat(List.of("photos", "/photos", "file:///photos", "file:/photos", "s3://b/p", "s3a://b/p", "s3n://b/p"))
                .allMatch(text -> laptop.handles(new Location(text)));
        assertThat(laptop.handles(new Location("gs://b/p"))).isFalse();
    }
}
