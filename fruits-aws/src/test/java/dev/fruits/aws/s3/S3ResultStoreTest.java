package dev.fruits.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.aws.server.S3Server;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.ResultStoreContract;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.sink.StoredPart;
import dev.fruits.core.store.StoreSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class S3ResultStoreTest extends ResultStoreContract {
    private final String prefix = SharedServer.newPrefix() + " of 'été' #+%20/苹果";
    private final ResultPrefix place = new ResultPrefix(prefix);

    @Override
    protected ResultStore store() {
        try {
            return new S3ResultStore(
                    SharedServer.location(prefix), SharedServer.server().settings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected List<String> entries() throws IOException {
        return place.entries();
    }

    @Override
    protected void putForeign(String name, byte[] bytes) throws IOException {
        SharedServer.put(prefix + "/" + name, bytes);
    }

    @Test
    void a_part_is_a_pending_upload_to_its_final_name_and_then_an_object_with_a_type() throws IOException {
        var receipt = staged("features", 3, 0, bytes(1, 20_000_000));
        assertThat(place.objects()).isEmpty();
        assertThat(place.pending()).singleElement().asString().matches("features/part-00003-[0-9a-f-]{36}\\.bytes");
        String name = place.pending().get(0);

        store().publish(List.of(receipt), List.of(MANIFEST));

        assertThat(entries()).containsExactly("_SUCCESS", name, "manifest.json");
        assertThat(SharedServer.server()
                        .client()
                        .headObject(head -> head.bucket(S3Server.BUCKET).key(prefix + "/manifest.json"))
                        .contentType())
                .isEqualTo("application/json");
    }

    @Test
    void another_programs_uploads_and_a_neighbours_are_left_alone() throws IOException {
        S3Client client = SharedServer.server().client();
        List<String> others =
                List.of(prefix + "/features/photo.jpg", prefix + "/notes.txt", prefix + "2/features/part-00000.bytes");
        others.forEach(key -> client.createMultipartUpload(
                create -> create.bucket(S3Server.BUCKET).key(key)));

        store().prepare();
        store().publish(List.of(staged("features", 0, 0, bytes(1, 10))), List.of());
        store().abandon();

        assertThat(place.pending()).containsExactlyInAnyOrder("features/photo.jpg", "notes.txt");
        assertThat(new ResultPrefix(prefix + "2").pending()).containsExactly("features/part-00000.bytes");
    }

    @Test
    void a_place_with_nothing_below_it_is_wrong_use() {
        assertThatThrownBy(() -> store().requireFinished())
                .isInstanceOf(WrongUseException.class)
                .hasMessage("run s3://fruits/" + prefix + ": holds no objects; check the bucket and the prefix");
    }

    @Test
    void a_bucket_that_is_not_there_is_wrong_use() throws IOException {
        S3ResultStore store = new S3ResultStore(
                new Location("s3://no-such-bucket/out"), SharedServer.server().settings());

        assertThatThrownBy(store::prepare)
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith(
                        "out s3://no-such-bucket/out: bucket 'no-such-bucket' not found; check its name");
        assertThatThrownBy(store::holdsResults).isInstanceOf(WrongUseException.class);
        assertThatThrownBy(store::requireFinished)
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("run s3://no-such-bucket/out: bucket 'no-such-bucket' not found");
    }

    @Test
    void a_location_without_a_bucket_is_wrong_use() {
        assertThatThrownBy(() -> new S3ResultStore(new Location("s3:///out"), StoreSettings.DEFAULT))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("give s3://bucket/prefix");
    }

    @Test
    void a_part_that_is_gone_is_told_apart_from_a_store_that_fails() {
        assertThatThrownBy(() -> store().open(new StoredPart("features/part-00000.bytes", 5), 0, 5)
                        .readAllBytes())
                .isInstanceOf(FileNotFoundException.class)
                .hasMessage("object not found");
    }

    @Test
    void a_whole_bucket_may_be_the_place() throws IOException {
        S3Client client = SharedServer.server().client();
        client.createBucket(create -> create.bucket("whole"));
        S3ResultStore store = new S3ResultStore(
                new Location("s3://whole"), SharedServer.server().settings());

        store.prepare();
        store.publish(List.of(), List.of(MANIFEST));

        assertThat(client.listObjectsV2(list -> list.bucket("whole")).contents())
                .extracting(object -> object.key())
                .containsExactly("_SUCCESS", "manifest.json");
        assertThat(store.isFinished()).isTrue();
    }
}
