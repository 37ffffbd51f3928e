package dev.fruits.emr;

import dev.fruits.core.json.Json;
import dev.fruits.emr.plan.ClusterAccess;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.Purchase;
import dev.fruits.emr.plan.ShellWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.emr.model.Configuration;
import software.amazon.awssdk.services.emr.model.InstanceGroupConfig;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.StepConfig;

/** The same request as a command of AWS's own command line. */
final class CreateCluster {
    private static final Pattern SPACE = Pattern.compile("\\n *");

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
        options.add(List.of("--region", spec.region()));
        options.add(List.of("--name", request.name()));
        options.add(List.of("--release-label", request.releaseLabel()));
        options.add(List.of("--applications", "Name=Spark"));
        options.add(List.of("--log-uri", request.logUri()));
        spec.access().key().ifPresent(key -> options.add(List.of("--log-encryption-kms-key-id", key)));
        options.add(List.of("--service-role", request.serviceRole()));
        options.add(List.of("--ec2-attributes", attributes(spec.access())));
        spec.access().security().ifPresent(name -> options.add(List.of("--security-configuration", name)));
        options.add(List.of("--instance-groups", json(groups(request))));
        options.add(List.of("--steps", json(steps(request))));
        if (request.hasConfigurations()) {
            options.add(List.of("--configurations", json(configurations(request))));
        }
        spec.nodes()
                .scalingLimits()
                .ifPresent(limits -> options.add(List.of(
                        "--managed-scaling-policy",
                        "ComputeLimits={UnitType=Instances,MinimumCapacityUnits=" + limits.least()
                                + ",MaximumCapacityUnits=" + limits.most() + "}")));
        options.add(List.of("--scale-down-behavior", request.scaleDownBehaviorAsString()));
        options.add(List.of("--auto-terminate"));
        options.add(List.of("--no-termination-protected"));
        options.add(List.of(
                "--auto-termination-policy",
                "IdleTimeout=" + request.autoTerminationPolicy().idleTimeout()));
        options.add(List.of("--visible-to-all-users"));
        options.add(tags(request));
        return options;
    }

    private static String attributes(ClusterAccess access) {
        return "InstanceProfile=" + access.instanceProfile()
                + access.network().map(subnet -> ",SubnetId=" + subnet).orElse("");
    }

    private static List<String> tags(RunJobFlowRequest request) {
        List<String> words = new ArrayList<>(List.of("--tags"));
        request.tags().forEach(tag -> words.add(tag.key() + "=" + tag.value()));
        return words;
    }

    private static List<Object> groups(RunJobFlowRequest request) {
        List<Object> groups = new ArrayList<>();
        for (InstanceGroupConfig group : request.instances().instanceGroups()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("Name", group.name());
            fields.put("InstanceGroupType", group.instanceRoleAsString());
            fields.put("InstanceType", group.instanceType());
            fields.put("InstanceCount", group.instanceCount());
            Purchase.valueOf(group.marketAsString()).bid().ifPresent(bid -> fields.put("BidPrice", bid));
            groups.add(fields);
        }
        return groups;
    }

    private static List<Object> steps(RunJobFlowRequest request) {
        List<Object> steps = new ArrayList<>();
        for (StepConfig step : request.steps()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("Type", "CUSTOM_JAR");
            fields.put("Name", step.name());
            fields.put("ActionOnFailure", step.actionOnFailureAsString());
            fields.put("Jar", step.hadoopJarStep().jar());
            fields.put("Args", step.hadoopJarStep().args());
            steps.add(fields);
        }
        return steps;
    }

    private static List<Object> configurations(RunJobFlowRequest request) {
        List<Object> all = new ArrayList<>();
        for (Configuration one : request.configurations()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("Classification", one.classification());
            fields.put("Properties", new TreeMap<>(one.properties()));
            all.add(fields);
        }
        return all;
    }

    /** On one line. */
    private static String json(Object value) {
        return SPACE.matcher(Json.write(value)).replaceAll("");
    }
}
