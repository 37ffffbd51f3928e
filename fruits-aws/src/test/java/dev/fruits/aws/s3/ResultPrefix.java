package dev.fruits.aws.s3;

import dev.fruits.aws.server.S3Server;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What lies below a prefix, asked of the server without the adapter.
 *
 * @param prefix without its last slash
 */
record ResultPrefix(String prefix) {
    /** Names of objects and, behind {@code .pending/}, of uploads that nobody sees yet; sorted. */
    List<String> entries() throws IOException {
        return Stream.concat(objects().stream(), pending().stream().map(name -> ".pending/" + name))
                .sorted()
                .toList();
    }

    List<String> objects() throws IOException {
        return client()
                .listObjectsV2Paginator(list -> list.bucket(S3Server.BUCKET).prefix(prefix + "/"))
                .contents()
                .stream()
                .map(S3Object::key)
                .map(this::name)
                .toList();
    }

    List<String> pending() throws IOException {
        return client().listMultipartUploads(list -> list.bucket(S3Server.BUCKET)).uploads().stream()
                .map(MultipartUpload::key)
                .filter(key -> key.startsWith(prefix + "/"))
                .map(this::name)
                .toList();
    }

    private String name(String key) {
        return key.substring(prefix.length() + 1);
    }

    private static S3Client client() throws IOException {
        return SharedServer.server().client();
    }
}
