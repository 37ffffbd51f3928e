package dev.fruits.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server answers as Amazon does to who may ask how a bucket is kept. */
class BucketSecurityTest {
    private static final String NO_POLICY = "<Error><Code>NoSuchBucketPolicy</Code></Error>";
    private static final String PLAIN = "<Error><Code>ServerSideEncryptionConfigurationNotFoundError</Code></Error>";
    private static final String ENCRYPTED = "<ServerSideEncryptionConfiguration><Rule>"
            + "<ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm>"
            + "</ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>";
    private static final String PUBLIC_POLICY = "<PolicyStatus><IsPublic>true</IsPublic></PolicyStatus>";
    private static final String OWNER_ALONE =
            "<AccessControlPolicy><AccessControlList></AccessControlList></AccessControlPolicy>";
    private static final String ALL_USERS = "<AccessControlPolicy><AccessControlList><Grant>"
            + "<Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"Group\">"
            + "<URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee>"
            + "<Permission>READ</Permission></Grant></AccessControlList></AccessControlPolicy>";

    /** Status and body by the question. */
    private final Map<String, Map.Entry<Integer, String>> answers = new HashMap<>();

    private HttpServer server;

    @BeforeEach
    void a_server_answers() throws IOException {
        System.setProperty("aws.accessKeyId", "a-key");
        System.setProperty("aws.secretAccessKey", "a-secret");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void the_server_ends() {
        server.stop(0);
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map.Entry<Integer, String> answer =
                answers.getOrDefault(exchange.getRequestURI().getQuery(), Map.entry(403, "<Error/>"));
        byte[] body = answer.getValue().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.getKey(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private List<String> warnings() {
        String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
        return new BucketSecurity(
                        new StoreSettings("eu-west-3", endpoint, true, null, null, null),
                        "out",
                        new Location("s3://bucket/out"))
                .warnings();
    }

    @Test
    void a_closed_and_encrypted_bucket_is_no_reason_to_warn() {
        answers.put("policyStatus", Map.entry(404, NO_POLICY));
        answers.put("acl", Map.entry(200, OWNER_ALONE));
        answers.put("encryption", Map.entry(200, ENCRYPTED));

        assertThat(warnings()).isEmpty();
    }

    @Test
    void a_bucket_that_anybody_reads_and_that_keeps_plain_objects_is_warned_of() {
        answers.put("policyStatus", Map.entry(200, PUBLIC_POLICY));
        answers.put("acl", Map.entry(200, ALL_USERS));
        answers.put("encryption", Map.entry(404, PLAIN));

        assertThat(warnings())
                .containsExactly(
                        "out s3://bucket/out: bucket 'bucket' is public by its policy",
                        "out s3://bucket/out: bucket 'bucket' is public by its access list",
                        "out s3://bucket/out: bucket 'bucket' does not encrypt its objects");
    }

    @Test
    void what_may_not_be_asked_is_said() {
        assertThat(warnings())
                .hasSize(3)
                .contains("out s3://bucket/out: bucket 'bucket' was not checked: whether it is public by its policy"
                        + " needs s3:GetBucketPolicyStatus");
    }
}
