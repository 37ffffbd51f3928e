package dev.fruits.emr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.aws.server.S3Server;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of runs against EMR's stand-in and an S3 server; no request may break the protocol. */
abstract class BenchedTest {
    static S3Server s3;

    @TempDir
    Path folder;

    final RecordingListener heard = new RecordingListener();
    EmrBench bench;

    @BeforeAll
    static void start(@TempDir Path place) throws Exception {
        s3 = S3Server.start(place);
    }

    @AfterAll
    static void end() throws IOException {
        s3.close();
    }

    @BeforeEach
    void arrange() throws IOException {
        bench = EmrBench.on(s3, folder);
    }

    @AfterEach
    void nothing_broke_the_protocol() {
        bench.close();
        assertThat(bench.emr.faults()).isEmpty();
    }
}
