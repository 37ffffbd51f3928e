package dev.fruits.emr.server;

import static dev.fruits.emr.server.WireShape.FLAG;
import static dev.fruits.emr.server.WireShape.NUMBER;
import static dev.fruits.emr.server.WireShape.TEXT;
import static dev.fruits.emr.server.WireShape.TEXTS;
import static dev.fruits.emr.server.WireShape.TEXT_MAP;
import static dev.fruits.emr.server.WireShape.listOf;
import static dev.fruits.emr.server.WireShape.objectOf;

import java.util.Map;

/** The requests of EMR's API reference, as far as fruits has a use for them. */
final class EmrShapes {
    private static final WireShape CONFIGURATIONS = listOf(objectOf(
            "Classification",
            TEXT,
            "Properties",
            TEXT_MAP,
            "Configurations",
            listOf(objectOf("Classification", TEXT, "Properties", TEXT_MAP))));
    private static final WireShape EBS = objectOf(
            "EbsOptimized",
            FLAG,
            "EbsBlockDeviceConfigs",
            listOf(objectOf(
                    "VolumeSpecification!",
                    objectOf("VolumeType!", TEXT, "SizeInGB!", NUMBER, "Iops", NUMBER, "Throughput", NUMBER),
                    "VolumesPerInstance",
                    NUMBER)));
    private static final WireShape GROUP = objectOf(
            "Name",
            TEXT,
            "Market",
            TEXT,
            "InstanceRole!",
            TEXT,
            "BidPrice",
            TEXT,
            "InstanceType!",
            TEXT,
            "InstanceCount!",
            NUMBER,
            "Configurations",
            CONFIGURATIONS,
            "EbsConfiguration",
            EBS,
            "CustomAmiId",
            TEXT);
    private static final WireShape SPOT = objectOf(
            "TimeoutDurationMinutes!",
            NUMBER,
            "TimeoutAction!",
            TEXT,
            "BlockDurationMinutes",
            NUMBER,
            "AllocationStrategy",
            TEXT);
    private static final WireShape FLEET = objectOf(
            "Name",
            TEXT,
            "InstanceFleetType!",
            TEXT,
            "TargetOnDemandCapacity",
            NUMBER,
            "TargetSpotCapacity",
            NUMBER,
            "InstanceTypeConfigs",
            listOf(objectOf(
                    "InstanceType!",
                    TEXT,
                    "WeightedCapacity",
                    NUMBER,
                    "BidPrice",
                    TEXT,
                    "BidPriceAsPercentageOfOnDemandPrice",
                    NUMBER,
                    "EbsConfiguration",
                    EBS,
                    "Configurations",
                    CONFIGURATIONS,
                    "Priority",
                    NUMBER)),
            "LaunchSpecifications",
            objectOf("SpotSpecification", SPOT, "OnDemandSpecification", objectOf("AllocationStrategy!", TEXT)),
            "ResizeSpecifications",
            objectOf(
                    "SpotResizeSpecification",
                    objectOf("TimeoutDurationMinutes", NUMBER),
                    "OnDemandResizeSpecification",
                    objectOf("TimeoutDurationMinutes", NUMBER)));
    private static final WireShape INSTANCES = objectOf(
            "InstanceGroups",
            listOf(GROUP),
            "InstanceFleets",
            listOf(FLEET),
            "Ec2KeyName",
            TEXT,
            "Placement",
            objectOf("AvailabilityZone", TEXT, "AvailabilityZones", TEXTS),
            "KeepJobFlowAliveWhenNoSteps",
            FLAG,
            "TerminationProtected",
            FLAG,
            "UnhealthyNodeReplacement",
            FLAG,
            "Ec2SubnetId",
            TEXT,
            "Ec2SubnetIds",
            TEXTS,
            "EmrManagedMasterSecurityGroup",
            TEXT,
            "EmrManagedSlaveSecurityGroup",
            TEXT,
            "ServiceAccessSecurityGroup",
            TEXT,
            "AdditionalMasterSecurityGroups",
            TEXTS,
            "AdditionalSlaveSecurityGroups",
            TEXTS);
    private static final WireShape STEP = objectOf(
            "Name!",
            TEXT,
            "ActionOnFailure",
            TEXT,
            "HadoopJarStep!",
            objectOf(
                    "Jar!",
                    TEXT,
                    "MainClass",
                    TEXT,
                    "Args",
                    TEXTS,
                    "Properties",
                    listOf(objectOf("Key", TEXT, "Value", TEXT))));
    private static final WireShape TAGS = listOf(objectOf("Key!", TEXT, "Value", TEXT));
    private static final WireShape SCALING = objectOf(
            "ComputeLimits!",
            objectOf(
                    "UnitType!",
                    TEXT,
                    "MinimumCapacityUnits!",
                    NUMBER,
                    "MaximumCapacityUnits!",
                    NUMBER,
                    "MaximumOnDemandCapacityUnits",
                    NUMBER,
                    "MaximumCoreCapacityUnits",
                    NUMBER),
            "UtilizationPerformanceIndex",
            NUMBER,
            "ScalingStrategy",
            TEXT);

    static final Map<String, WireShape> REQUESTS = Map.ofEntries(
            Map.entry(
                    "RunJobFlow",
                    objectOf(
                            "Name!",
                            TEXT,
                            "LogUri",
                            TEXT,
                            "LogEncryptionKmsKeyId",
                            TEXT,
                            "AdditionalInfo",
                            TEXT,
                            "ReleaseLabel",
                            TEXT,
                            "Instances!",
                            INSTANCES,
                            "Steps",
                            listOf(STEP),
                            "Applications",
                            listOf(objectOf("Name!", TEXT, "Version", TEXT)),
                            "Configurations",
                            CONFIGURATIONS,
                            "VisibleToAllUsers",
                            FLAG,
                            "JobFlowRole",
                            TEXT,
                            "ServiceRole",
                            TEXT,
                            "Tags",
                            TAGS,
                            "SecurityConfiguration",
                            TEXT,
                            "AutoScalingRole",
                            TEXT,
                            "ScaleDownBehavior",
                            TEXT,
                            "CustomAmiId",
                            TEXT,
                            "EbsRootVolumeSize",
                            NUMBER,
                            "EbsRootVolumeIops",
                            NUMBER,
                            "EbsRootVolumeThroughput",
                            NUMBER,
                            "RepoUpgradeOnBoot",
                            TEXT,
                            "StepConcurrencyLevel",
                            NUMBER,
                            "ManagedScalingPolicy",
                            SCALING,
                            "OSReleaseLabel",
                            TEXT,
                            "AutoTerminationPolicy",
                            objectOf("IdleTimeout", NUMBER))),
            Map.entry(
                    "ListClusters",
                    objectOf("CreatedAfter", NUMBER, "CreatedBefore", NUMBER, "ClusterStates", TEXTS, "Marker", TEXT)),
            Map.entry("DescribeCluster", objectOf("ClusterId!", TEXT)),
            Map.entry("ListSteps", objectOf("ClusterId!", TEXT, "StepStates", TEXTS, "StepIds", TEXTS, "Marker", TEXT)),
            Map.entry("DescribeStep", objectOf("ClusterId!", TEXT, "StepId!", TEXT)),
            Map.entry("TerminateJobFlows", objectOf("JobFlowIds!", TEXTS)));

    static final Map<String, WireShape> SERVERLESS = Map.of(
            "CreateApplication",
                    objectOf(
                            "name",
                            TEXT,
                            "releaseLabel!",
                            TEXT,
                            "type!",
                            TEXT,
                            "clientToken!",
                            TEXT,
                            "tags",
                            TEXT_MAP,
                            "architecture",
                            TEXT,
                            "maximumCapacity",
                            objectOf("cpu!", TEXT, "memory!", TEXT, "disk", TEXT),
                            "autoStartConfiguration",
                            objectOf("enabled", FLAG),
                            "autoStopConfiguration",
                            objectOf("enabled", FLAG, "idleTimeoutMinutes", NUMBER)),
            "StartJobRun",
                    objectOf(
                            "clientToken!",
                            TEXT,
                            "executionRoleArn!",
                            TEXT,
                            "name",
                            TEXT,
                            "tags",
                            TEXT_MAP,
                            "executionTimeoutMinutes",
                            NUMBER,
                            "jobDriver",
                            objectOf(
                                    "sparkSubmit",
                                    objectOf(
                                            "entryPoint!",
                                            TEXT,
                                            "entryPointArguments",
                                            TEXTS,
                                            "sparkSubmitParameters",
                                            TEXT)),
                            "configurationOverrides",
                            objectOf(
                                    "monitoringConfiguration",
                                    objectOf(
                                            "s3MonitoringConfiguration",
                                            objectOf("logUri", TEXT, "encryptionKeyArn", TEXT)))),
            "StopApplication", objectOf(),
            "StartApplication", objectOf());

    private EmrShapes() {}
}
