package dev.fruits.emr;

import dev.fruits.core.json.Json;
import dev.fruits.emr.plan.ClusterAccess;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.Purchase;
import dev.fruits.emr.plan.ScalingLimits;
import dev.fruits.emr.plan.ShellWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.emr.model.Configuration;
import software.amazon.awssdk.services.emr.model.InstanceGroupConfig;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.StepConfig;

/** The same request as a command of AWS's own command line. */
final class CreateCluster {
    private CreateCluster() {}

    /** A shell script of one command, an option on each line. */
    static String script(ClusterSpec spec) {
        StringBuilder script = new StringBuilder("#!/bin/sh\n# Creates the cluster; from here on it costs.\n")
                .append("# Needs the roles of cloudformation.yaml, and these to be there: ")
                .append(spec.job().jar())
                .append(' ')
                .append(spec.job().pipeline())
                .append("\naws emr create-cluster");
        for (List<String> option : options(spec)) {
            script.append(" \\\n ");
            option.forEach(word -> script.append(' ').append(ShellWord.of(word)));
        }
        return script.append('\n').toString();
    }

    private static List<List<String>> options(ClusterSpec spec) {
        RunJobFlowRequest request = JobFlow.request(spec);
        List<List<String>> options = new ArrayList<>();
        add(options, "--region", spec.region());
        add(options, "--name", request.name());
        add(options, "--release-label", request.releaseLabel());
        add(options, "--applications", "Name=Spark");
        add(options, "--log-uri", request.logUri());
        add(options, "--log-encryption-kms-key-id", request.logEncryptionKmsKeyId());
        add(options, "--service-role", request.serviceRole());
        add(options, "--ec2-attributes", attributes(spec.access()));
        add(options, "--security-configuration", request.securityConfiguration());
        add(options, "--instance-groups", json(request.instances().instanceGroups(), CreateCluster::group));
        add(options, "--steps", json(request.steps(), CreateCluster::step));
        add(
                options,
                "--configurations",
                request.hasConfigurations() ? json(request.configurations(), CreateCluster::configuration) : null);
        add(
                options,
                "--managed-scaling-policy",
                spec.nodes().scalingLimits().map(CreateCluster::policy).orElse(null));
        add(options, "--scale-down-behavior", request.scaleDownBehaviorAsString());
        options.add(List.of("--auto-terminate"));
        options.add(List.of("--no-termination-protected"));
        add(
                options,
                "--auto-termination-policy",
                "IdleTimeout=" + request.autoTerminationPolicy().idleTimeout());
        options.add(List.of("--visible-to-all-users"));
        options.add(Stream.concat(
                        Stream.of("--tags"), request.tags().stream().map(tag -> tag.key() + "=" + tag.value()))
                .toList());
        return options;
    }

    /** An option without a value is left out. */
    private static void add(List<List<String>> options, String option, @Nullable String value) {
        if (value != null) {
            options.add(List.of(option, value));
        }
    }

    private static String attributes(ClusterAccess access) {
        return "InstanceProfile=" + access.instanceProfile()
                + (access.subnet() == null ? "" : ",SubnetId=" + access.subnet());
    }

    private static String policy(ScalingLimits limits) {
        return "ComputeLimits={UnitType=Instances,MinimumCapacityUnits=" + limits.least() + ",MaximumCapacityUnits="
                + limits.most() + "}";
    }

    private static Map<String, Object> group(InstanceGroupConfig group) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Name", group.name());
        fields.put("InstanceGroupType", group.instanceRoleAsString());
        fields.put("InstanceType", group.instanceType());
        fields.put("InstanceCount", group.instanceCount());
        Purchase.valueOf(group.marketAsString()).bid().ifPresent(bid -> fields.put("BidPrice", bid));
        return fields;
    }

    private static Map<String, Object> step(StepConfig step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Type", "CUSTOM_JAR");
        fields.put("Name", step.name());
        fields.put("ActionOnFailure", step.actionOnFailureAsString());
        fields.put("Jar", step.hadoopJarStep().jar());
        fields.put("Args", step.hadoopJarStep().args());
        return fields;
    }

    private static Map<String, Object> configuration(Configuration configuration) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Classification", configuration.classification());
        fields.put("Properties", new TreeMap<>(configuration.properties()));
        return fields;
    }

    /** On one line. */
    private static <T> String json(List<T> values, Function<T, Map<String, Object>> fields) {
        return Json.writeLine(values.stream().map(fields).toList()).strip();
    }
}
