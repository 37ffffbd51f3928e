package dev.fruits.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.aws.server.OwnProcess;
import dev.fruits.aws.server.S3Server;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.sink.StagedPart;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledRunTest {
    @TempDir
    Path folder;

    @Test
    void a_run_that_is_killed_in_mid_upload_leaves_nothing_that_is_seen_and_the_next_one_clears_it_away()
            throws Exception {
        String prefix = SharedServer.newPrefix();
        ResultPrefix place = new ResultPrefix(prefix);
        StoreSettings settings = SharedServer.server().settings();
        List<String> command = new ArrayList<>();
        for (Map.Entry<String, String> key : S3Server.credentials().entrySet()) {
            command.add("-D" + key.getKey() + "=" + key.getValue());
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Halted.class.getName(),
                String.valueOf(settings.endpoint()),
                prefix));

        try (OwnProcess process = OwnProcess.java("halted", folder, Map.of(), command)) {
            assertThat(process.exitCode(Duration.ofMinutes(2)))
                    .describedAs(process.log())
                    .isEqualTo(Halted.EXIT_CODE);
        }
        assertThat(place.objects()).isEmpty();
        assertThat(place.pending()).hasSize(2);

        new S3ResultStore(SharedServer.location(prefix), settings).prepare();

        assertThat(place.entries()).isEmpty();
    }

    /** Ends between two pieces, as kill -9 ends a run. */
    static final class Halted {
        static final int EXIT_CODE = 137;

        private Halted() {}

        public static void main(String[] arguments) throws IOException {
            ResultStore store = new S3ResultStore(
                    SharedServer.location(arguments[1]),
                    new StoreSettings("us-east-1", arguments[0], true, null, null, null));
            store.prepare();
            try (StagedPart whole = store.stage("features", 0, 0, ".parquet");
                    StagedPart half = store.stage("features", 1, 0, ".parquet")) {
                whole.write(new byte[100], 0, 100);
                whole.finish();
                half.write(new byte[20_000_000], 0, 20_000_000);
                Runtime.getRuntime().halt(EXIT_CODE);
            }
        }
    }
}
