package dev.fruits.aws.server;

import static dev.fruits.aws.server.WireShape.FLAG;
import static dev.fruits.aws.server.WireShape.NUMBER;
import static dev.fruits.aws.server.WireShape.TEXT;
import static dev.fruits.aws.server.WireShape.TEXTS;
import static dev.fruits.aws.server.WireShape.TEXT_MAP;
import static dev.fruits.aws.server.WireShape.listOf;
import static dev.fruits.aws.server.WireShape.of;

import java.util.Map;

/** The requests of EMR's API reference, as far as fruits has a use for them. */
final class EmrShapes {
    private static final WireShape CONFIGURATIONS = listOf(of(
            "Classification",
            TEXT,
            "Properties",
            TEXT_MAP,
            "Configurations",
            listOf(of("Classification", TEXT, "Properties", TEXT_MAP))));
    private static final WireShape EBS = of(
            "EbsOptimized",
            FLAG,
            "EbsBlockDeviceConfigs",
            listOf(of(
                    "VolumeSpecification!",
                    of("VolumeType!", TEXT, "SizeInGB!", NUMBER, "Iops", NUMBER, "Throughput", NUMBER),
                    "VolumesPerInstance",
                    NUMBER)));
    private static final WireShape GROUP = of(
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
    private static final WireShape SPOT = of(
            "TimeoutDurationMinutes!",
            NUMBER,
            "TimeoutAction!",
            TEXT,
            "BlockDurationMinutes",
            NUMBER,
            "AllocationStrategy",
            TEXT);
    private static final WireShape FLEET = of(
            "Name",
            TEXT,
            "InstanceFleetType!",
            TEXT,
            "TargetOnDemandCapacity",
            NUMBER,
            "TargetSpotCapacity",
            NUMBER,
            "InstanceTypeConfigs",
            listOf(of(
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
            of("SpotSpecification", SPOT, "OnDemandSpecification", of("AllocationStrategy!", TEXT)),
            "ResizeSpecifications",
            of(
                    "SpotResizeSpecification",
                    of("TimeoutDurationMinutes", NUMBER),
                    "OnDemandResizeSpecification",
                    of("TimeoutDurationMinutes", NUMBER)));
    private static final WireShape INSTANCES = of(
            "InstanceGroups",
            listOf(GROUP),
            "InstanceFleets",
            listOf(FLEET),
            "Ec2KeyName",
            TEXT,
            "Placement",
            of("AvailabilityZone", TEXT, "AvailabilityZones", TEXTS),
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
    private static final WireShape STEP = of(
            "Name!",
            TEXT,
            "ActionOnFailure",
            TEXT,
            "HadoopJarStep!",
            of("Jar!", TEXT, "MainClass", TEXT, "Args", TEXTS, "Properties", listOf(of("Key", TEXT, "Value", TEXT))));
    private static final WireShape TAGS = listOf(of("Key!", TEXT, "Value", TEXT));
    private static final WireShape SCALING = of(
            "ComputeLimits!",
            of(
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
                    of(
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
                            listOf(of("Name!", TEXT, "Version", TEXT)),
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
                            of("IdleTimeout", NUMBER))),
            Map.entry(
                    "ListClusters",
                    of("CreatedAfter", NUMBER, "CreatedBefore", NUMBER, "ClusterStates", TEXTS, "Marker", TEXT)),
            Map.entry("DescribeCluster", of("ClusterId!", TEXT)),
            Map.entry("ListSteps", of("ClusterId!", TEXT, "StepStates", TEXTS, "StepIds", TEXTS, "Marker", TEXT)),
            Map.entry("DescribeStep", of("ClusterId!", TEXT, "StepId!", TEXT)),
            Map.entry("TerminateJobFlows", of("JobFlowIds!", TEXTS)));

    static final Map<String, WireShape> SERVERLESS = Map.of(
            "CreateApplication",
                    of(
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
                            of("cpu!", TEXT, "memory!", TEXT, "disk", TEXT),
                            "autoStartConfiguration",
                            of("enabled", FLAG),
                            "autoStopConfiguration",
                            of("enabled", FLAG, "idleTimeoutMinutes", NUMBER)),
            "StartJobRun",
                    of(
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
                            of(
                                    "sparkSubmit",
                                    of(
                                            "entryPoint!",
                                            TEXT,
                                            "entryPointArguments",
                                            TEXTS,
                                            "sparkSubmitParameters",
                                            TEXT)),
                            "configurationOverrides",
                            of(
                                    "monitoringConfiguration",
                                    of("s3MonitoringConfiguration", of("logUri", TEXT, "encryptionKeyArn", TEXT)))),
            "StopApplication", of(),
            "StartApplication", of());

    private EmrShapes() {}
}
