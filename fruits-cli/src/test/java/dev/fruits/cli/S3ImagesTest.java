package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.cli.fake.TintModels;
import dev.fruits.cli.s3.S3Prefix;
import dev.fruits.core.json.JsonFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fruits run --images s3://…}, by the laptop's engine. */
class S3ImagesTest {
    private final S3Prefix place = new S3Prefix();
    private Session session = Session.plain();

    @TempDir
    Path folder;

    @BeforeEach
    void photographs_on_the_disk_and_in_the_bucket() throws IOException {
        Path photos = folder.resolve("photos");
        TintedFruits.in(photos, 6, 0);
        Files.writeString(photos.resolve("Apple/half.jpg"), "no image");
        Files.writeString(photos.resolve("Apple/notes.txt"), "no image");
        Files.createDirectories(photos.resolve(".git"));
        Files.writeString(photos.resolve(".git/config"), "hidden");
        Files.writeString(photos.resolve("stray.png"), "no label");
        try (Stream<Path> files = Files.walk(photos)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                place.put("photos/" + photos.relativize(file), Files.readAllBytes(file));
            }
        }
    }

    private int fruits(List<String> first, String... more) {
        List<String> args = new ArrayList<>(first);
        args.addAll(List.of(more));
        args.addAll(List.of("--endpoint", String.valueOf(place.settings().endpoint()), "--path-style"));
        args.addAll(List.of("--region", "us-east-1"));
        session = Session.plain();
        return session.fruits(args.toArray(String[]::new));
    }

    private int run(String images, Path out) {
        return fruits(
                List.of("run", "--quiet", "--pca", "2", "--model", TintModels.NAME, "--images", images),
                "--out",
                out.toString(),
                "--work-dir",
                folder.resolve("work").toString());
    }

    private static JsonFields manifest(Path out) throws IOException {
        return JsonFields.parse("manifest", Files.readString(out.resolve("manifest.json")));
    }

    @Test
    void photographs_in_a_bucket_give_what_they_give_from_a_disk() throws IOException {
        Path local = folder.resolve("local");
        Path fromS3 = folder.resolve("from-s3");

        assertThat(run(folder.resolve("photos").toString(), local))
                .as(session.err())
                .isZero();
        assertThat(run(place.location().text() + "/photos", fromS3))
                .as(session.err())
                .isZero();

        assertThat(fruits(List.of("diff", "--quiet"), local.toString(), fromS3.toString()))
                .as(session.out())
                .isZero();
        assertThat(session.out()).contains("Features    18 of 18 vectors equal to the bit");
        assertThat(fromS3.resolve("rejects/rejects.csv")).hasSameTextualContentAs(local.resolve("rejects/rejects.csv"));
        assertThat(manifest(fromS3).string("ledger_sha256"))
                .isEqualTo(manifest(local).string("ledger_sha256"));
        assertThat(manifest(fromS3).object("counts").integer("ignored")).isEqualTo(2);
    }

    @Test
    void the_pipeline_file_may_lie_in_the_bucket_too() {
        Path out = folder.resolve("out");
        String pipeline = """
                source: { images: "%s/photos" }
                extract: { model: %s }
                reduce: { pca: { components: 2 } }
                sink: { parquet: "%s" }
                """.formatted(place.location(), TintModels.NAME, out);
        place.put("pipeline.yaml", pipeline.getBytes(StandardCharsets.UTF_8));

        assertThat(fruits(List.of("run", "--quiet", place.location() + "/pipeline.yaml")))
                .as(session.err())
                .isZero();

        assertThat(out.resolve("_SUCCESS")).exists();
    }

    @Test
    void a_pipeline_file_that_is_not_there_is_named() {
        assertThat(fruits(List.of("run", "--quiet", place.location() + "/none.yaml")))
                .isEqualTo(2);
        assertThat(session.err())
                .isEqualTo("fruits: pipeline file " + place.location() + "/none.yaml: no such file; check the URL"
                        + System.lineSeparator());
    }

    @Test
    void a_prefix_of_nothing_is_wrong_use() {
        assertThat(run(place.location() + "/phot", folder.resolve("out"))).isEqualTo(2);
        assertThat(session.err())
                .isEqualTo("fruits: images " + place.location()
                        + "/phot: no such folder; check the bucket and the prefix" + System.lineSeparator());
    }
}
