package dev.fruits.emr;

import dev.fruits.emr.plan.ClusterNodes;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.NodeGroup;
import dev.fruits.emr.plan.SparkSubmission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.Application;
import software.amazon.awssdk.services.emr.model.ComputeLimitsUnitType;
import software.amazon.awssdk.services.emr.model.Configuration;
import software.amazon.awssdk.services.emr.model.InstanceGroupConfig;
import software.amazon.awssdk.services.emr.model.InstanceRoleType;
import software.amazon.awssdk.services.emr.model.JobFlowInstancesConfig;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.ScaleDownBehavior;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.emr.model.Tag;

/** The request that creates a cluster; EMR calls a cluster that runs its steps and terminates a job flow. */
final class JobFlow {
    private static final long SECONDS_PER_MINUTE = 60;

    /** EMR's own policy, AmazonEMRServicePolicy_v2, acts on nothing that is not tagged so. */
    private static final String MANAGED = "for-use-with-amazon-emr-managed-policies";

    private JobFlow() {}

    static RunJobFlowRequest request(ClusterSpec spec) {
        RunJobFlowRequest.Builder request = RunJobFlowRequest.builder()
                .name(spec.name())
                .releaseLabel(spec.release())
                .logUri(spec.job().logs().text() + "/")
                .applications(Application.builder().name("Spark").build())
                .instances(instances(spec))
                .steps(step(spec))
                .configurations(configurations(spec.nodes()))
                .serviceRole(spec.access().serviceRole())
                .jobFlowRole(spec.access().instanceProfile())
                .securityConfiguration(spec.access().securityConfiguration())
                .logEncryptionKmsKeyId(spec.access().kmsKey())
                .scaleDownBehavior(ScaleDownBehavior.TERMINATE_AT_TASK_COMPLETION)
                .visibleToAllUsers(true)
                .autoTerminationPolicy(policy -> policy.idleTimeout(spec.idleMinutes() * SECONDS_PER_MINUTE))
                .tags(tags(spec));
        spec.nodes()
                .scalingLimits()
                .ifPresent(limits -> request.managedScalingPolicy(
                        policy -> policy.computeLimits(compute -> compute.unitType(ComputeLimitsUnitType.INSTANCES)
                                .minimumCapacityUnits(limits.least())
                                .maximumCapacityUnits(limits.most()))));
        return request.build();
    }

    private static JobFlowInstancesConfig instances(ClusterSpec spec) {
        return JobFlowInstancesConfig.builder()
                .instanceGroups(groups(spec.nodes()))
                .keepJobFlowAliveWhenNoSteps(false)
                .terminationProtected(false)
                .ec2SubnetId(spec.access().subnet())
                .build();
    }

    private static List<InstanceGroupConfig> groups(ClusterNodes nodes) {
        List<InstanceGroupConfig> groups = new ArrayList<>();
        groups.add(group("primary", InstanceRoleType.MASTER, NodeGroup.onDemand(nodes.primary(), 1)));
        groups.add(group("core", InstanceRoleType.CORE, nodes.core()));
        nodes.taskNodes().ifPresent(task -> groups.add(group("task", InstanceRoleType.TASK, task)));
        return groups;
    }

    private static InstanceGroupConfig group(String name, InstanceRoleType role, NodeGroup group) {
        return InstanceGroupConfig.builder()
                .name(name)
                .instanceRole(role)
                .market(group.purchase().name())
                .instanceType(group.type().name())
                .instanceCount(group.count())
                .build();
    }

    private static StepConfig step(ClusterSpec spec) {
        return StepConfig.builder()
                .name("fruits run")
                .actionOnFailure(ActionOnFailure.TERMINATE_CLUSTER)
                .hadoopJarStep(jar -> jar.jar("command-runner.jar").args(SparkSubmission.words(spec)))
                .build();
    }

    /** The driver, lost with its machine, ends the run: it stays off nodes that may be taken away. */
    private static @Nullable List<Configuration> configurations(ClusterNodes nodes) {
        if (nodes.task() == null) {
            return null;
        }
        return List.of(Configuration.builder()
                .classification("yarn-site")
                .properties(new TreeMap<>(Map.of(
                        "yarn.node-labels.enabled", "true",
                        "yarn.node-labels.am.default-node-label-expression", "CORE")))
                .build());
    }

    private static List<Tag> tags(ClusterSpec spec) {
        SortedMap<String, String> tags = new TreeMap<>(spec.tags());
        tags.put(MANAGED, "true");
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
