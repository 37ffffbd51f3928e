package dev.fruits.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.aws.server.FaultyProxy;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.sink.StagedPart;
import dev.fruits.core.sink.WriteReceipt;
import dev.fruits.core.store.StoreEncryption;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent with the bytes, as it travels: the server of these tests ignores most of it. */
class S3RequestsTest {
    private static final String KEY = "arn:aws:kms:eu-west-3:111122223333:key/0af6";

    private final String prefix = SharedServer.newPrefix();
    private FaultyProxy proxy;

    @BeforeEach
    void a_proxy_listens() throws IOException {
        SharedServer.server();
        proxy = SharedServer.proxy();
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void everything_that_is_written_is_encrypted_with_the_key_that_is_said() throws IOException {
        runTwice(new StoreSettings(null, null, null, StoreEncryption.SSE_KMS, KEY, null));

        for (String[] written : new String[][] {{"POST", "uploads"}, {"PUT", "manifest.json"}, {"PUT", "_SUCCESS"}}) {
            assertThat(proxy.headers("x-amz-server-side-encryption", written[0], written[1]))
                    .isNotEmpty()
                    .containsOnly("aws:kms");
            assertThat(proxy.headers("x-amz-server-side-encryption-aws-kms-key-id", written[0], written[1]))
                    .containsOnly(KEY);
        }
        assertThat(proxy.count("PUT", "replaced/manifest.json")).isEqualTo(1);
    }

    @Test
    void the_stores_own_keys_are_asked_for_by_their_name() throws IOException {
        runTwice(new StoreSettings(null, null, null, StoreEncryption.SSE_S3, null, null));

        assertThat(proxy.headers("x-amz-server-side-encryption", "POST", "uploads"))
                .isNotEmpty()
                .containsOnly("AES256");
        assertThat(proxy.headers("x-amz-server-side-encryption-aws-kms-key-id", "POST", "uploads"))
                .containsOnly("none");
    }

    @Test
    void nothing_is_said_where_the_buckets_own_settings_hold() throws IOException {
        runTwice(StoreSettings.DEFAULT);

        assertThat(proxy.headers("x-amz-server-side-encryption", "POST", "uploads"))
                .containsOnly("none");
        assertThat(proxy.headers("x-amz-request-payer", "PUT", ".")).containsOnly("none");
    }

    @Test
    void who_pays_is_said_in_every_request() throws IOException {
        runTwice(new StoreSettings(null, null, null, null, null, true));

        for (String method : List.of("GET", "HEAD", "PUT", "POST", "DELETE")) {
            assertThat(proxy.headers("x-amz-request-payer", method, "."))
                    .describedAs(method)
                    .isNotEmpty()
                    .containsOnly("requester");
        }
    }

    @Test
    void pieces_and_documents_carry_their_checksum_and_what_they_are() throws IOException {
        runTwice(StoreSettings.DEFAULT);

        assertThat(proxy.headers("Content-MD5", "PUT", "partNumber="))
                .isNotEmpty()
                .doesNotContain("none");
        assertThat(proxy.headers("Content-Type", "POST", "uploads")).contains("application/vnd.apache.parquet");
        assertThat(proxy.headers("Content-Type", "PUT", prefix.replace(" ", "%20") + "/manifest.json"))
                .containsOnly("application/json");
    }

    /** Results, and results in their place. */
    private void runTwice(StoreSettings asked) throws IOException {
        StoreSettings through = SharedServer.through(proxy);
        StoreSettings settings = new StoreSettings(
                through.region(),
                through.endpoint(),
                through.pathStyle(),
                asked.encryption(),
                asked.kmsKey(),
                asked.requesterPays());
        ResultStore store = new S3ResultStore(SharedServer.location(prefix), settings);
        for (int run = 0; run < 2; run++) {
            store.prepare();
            try (StagedPart part = store.stage("features", 0, 0, ".parquet")) {
                part.write(new byte[100], 0, 100);
                WriteReceipt receipt = new WriteReceipt("features", 0, 0, 1, part.finish());
                store.publish(List.of(receipt), List.of(new Document("manifest.json", "{}")));
            }
        }
        store.text("manifest.json");
    }
}
