package dev.fruits.emr;

import dev.fruits.aws.s3.S3Objects;
import dev.fruits.aws.server.S3Server;
import dev.fruits.core.image.Location;
import dev.fruits.emr.plan.ClusterAccess;
import dev.fruits.emr.plan.ClusterJob;
import dev.fruits.emr.plan.ClusterNodes;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.Launch;
import dev.fruits.emr.plan.NodeType;
import dev.fruits.emr.server.EmrStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.emr.EmrClient;

/** EMR's stand-in and an S3 server, and what is needed to launch something on them. */
final class EmrBench implements AutoCloseable {
    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final String EMR = "aws.endpointUrlEmr";
    private static final String SERVERLESS = "aws.endpointUrlEmrServerless";

    final EmrStandIn emr;
    final S3Server s3;
    final FakeTime time = new FakeTime();
    final String run = "run-" + RUNS.incrementAndGet();
    private final Path jar;
    private final EmrClient client = EmrClients.emr(EmrStandIn.REGION);

    private EmrBench(EmrStandIn emr, S3Server s3, Path jar) {
        this.emr = emr;
        this.s3 = s3;
        this.jar = jar;
    }

    static EmrBench on(S3Server s3, Path folder) throws IOException {
        S3Server.credentials().forEach(System::setProperty);
        EmrStandIn emr = EmrStandIn.start();
        System.setProperty(EMR, emr.endpoint().toString());
        System.setProperty(SERVERLESS, emr.endpoint().toString());
        return new EmrBench(emr, s3, Files.writeString(folder.resolve("fruits.jar"), "not really a jar"));
    }

    EmrRuns runs() {
        return runs(backend -> backend);
    }

    EmrRuns runs(UnaryOperator<EmrBackend> change) {
        return new EmrRuns(change.apply(jobFlows(client, EmrStandIn.REGION)), store(), time.polling());
    }

    JobFlows jobFlows(EmrClient emr, String region) {
        return new JobFlows(emr, new EmrCalls("elasticmapreduce", region, time.polling()));
    }

    EmrRuns serverless() {
        EmrCalls calls = new EmrCalls("emr-serverless", EmrStandIn.REGION, time.polling());
        return new EmrRuns(
                new ServerlessJobs(EmrClients.serverless(EmrStandIn.REGION), calls), store(), time.polling());
    }

    S3Objects store() {
        return new S3Objects(s3.settings());
    }

    Location folder() {
        return new Location("s3://" + S3Server.BUCKET + "/fruits/" + run);
    }

    /** A key below the run's folder. */
    String key(String name) {
        return "fruits/" + run + "/" + name;
    }

    Launch launch() {
        return launch(run, folder());
    }

    Launch launch(String name, Location place) {
        return launch(name, place, "m5.xlarge", "EMR_EC2_DefaultRole", false);
    }

    Launch launch(String type, String role, boolean overwrites) {
        return launch(run, folder(), type, role, overwrites);
    }

    private Launch launch(String name, Location place, String type, String role, boolean overwrites) {
        ClusterJob job = ClusterJob.below(
                place, "fruits.jar", new Location("s3://" + S3Server.BUCKET + "/photos"), new Location(place + "/out"));
        ClusterSpec spec = new ClusterSpec(
                name,
                EmrStandIn.REGION,
                "emr-7.13.0",
                ClusterNodes.fixed(new NodeType(type, 4, 16), 2),
                job,
                new ClusterAccess("EMR_DefaultRole", role, null, null, null),
                ClusterSpec.DEFAULT_IDLE_MINUTES,
                new TreeMap<>(Map.of("team", "fruit")));
        return new Launch(spec, Map.of(job.jar(), jar), "source: { images: s3://fruits/photos }\n", overwrites);
    }

    @Override
    public void close() {
        System.clearProperty(EMR);
        System.clearProperty(SERVERLESS);
        S3Server.credentials().keySet().forEach(System::clearProperty);
        client.close();
        emr.close();
    }
}
