package dev.fruits.emr;

import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import dev.fruits.emr.plan.ClusterNodes;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.SparkSubmission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.emrserverless.model.CreateApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.MaximumAllowedResources;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;

/** The requests to EMR Serverless for a specification. */
final class ServerlessRequests {
    private static final int TOKEN = 40;

    private ServerlessRequests() {}

    /** At most as many machines as the cluster would have; the driver has one of them. */
    static CreateApplicationRequest application(ClusterSpec spec, int attempt) {
        return CreateApplicationRequest.builder()
                .clientToken(token("application", spec, attempt))
                .name(spec.name())
                .type("SPARK")
                .releaseLabel(spec.release())
                .maximumCapacity(capacity(spec.nodes()))
                .autoStartConfiguration(start -> start.enabled(true))
                .autoStopConfiguration(stop -> stop.enabled(true).idleTimeoutMinutes(spec.idleMinutes()))
                .tags(spec.tags())
                .build();
    }

    private static MaximumAllowedResources capacity(ClusterNodes nodes) {
        int most = 1 + nodes.scalingLimits().map(limits -> limits.most()).orElse(nodes.workers());
        return MaximumAllowedResources.builder()
                .cpu(most * nodes.core().type().vCpus() + " vCPU")
                .memory((long) Math.ceil(most * nodes.core().type().memoryGib()) + " GB")
                .build();
    }

    static StartJobRunRequest job(String application, ClusterSpec spec, int attempt) {
        List<String> words =
                new ArrayList<>(List.of("run", spec.job().pipeline().text()));
        words.addAll(spec.job().options());
        return StartJobRunRequest.builder()
                .applicationId(application)
                .clientToken(token("job", spec, attempt))
                .name(spec.name())
                .executionRoleArn(role(spec))
                .tags(spec.tags())
                .jobDriver(driver -> driver.sparkSubmit(
                        submit -> submit.entryPoint(spec.job().jar().text())
                                .entryPointArguments(words)
                                .sparkSubmitParameters(parameters(spec.nodes()))))
                .configurationOverrides(overrides ->
                        overrides.monitoringConfiguration(monitoring -> monitoring.s3MonitoringConfiguration(
                                s3 -> s3.logUri(spec.job().logs().text() + "/")
                                        .encryptionKeyArn(spec.access().kmsKey()))))
                .build();
    }

    private static String parameters(ClusterNodes nodes) {
        ServerlessWorker worker = ServerlessWorker.on(nodes.core().type());
        Map<String, String> settings = new TreeMap<>(SparkSubmission.settings(nodes));
        settings.keySet().removeIf(key -> key.startsWith("spark.yarn."));
        settings.putAll(worker.settings("driver"));
        settings.putAll(worker.settings("executor"));
        return Stream.concat(
                        Stream.of("--class", SparkSubmission.MAIN),
                        settings.entrySet().stream()
                                .flatMap(setting -> Stream.of("--conf", setting.getKey() + "=" + setting.getValue())))
                .collect(Collectors.joining(" "));
    }

    /** @throws WrongUseException if the role of the machines is not given by its ARN */
    static String role(ClusterSpec spec) {
        String role = spec.access().instanceProfile();
        if (!role.startsWith("arn:")) {
            throw new WrongUseException("role " + role + ": EMR Serverless takes the ARN of an execution role; pass"
                    + " --instance-profile arn:aws:iam::ACCOUNT:role/NAME");
        }
        return role;
    }

    /** The same for each try of one attempt, so that EMR makes one thing of them. */
    private static String token(String what, ClusterSpec spec, int attempt) {
        return Sha256.of(what + "\n" + spec.job().folder() + "\n" + spec.name() + "\n" + attempt)
                .substring(0, TOKEN);
    }
}
