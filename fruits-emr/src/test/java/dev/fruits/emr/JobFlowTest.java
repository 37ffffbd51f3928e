package dev.fruits.emr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.json.Json;
import dev.fruits.core.json.JsonFields;
import dev.fruits.emr.plan.ClusterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobFlowTest {
    private static JsonFields request(ClusterSpec spec) {
        return JsonFields.parse("request", SentRequest.body(JobFlow.request(spec)));
    }

    private static JsonFields first(JsonFields of, String list) {
        return item(of, list, 0);
    }

    private static JsonFields item(JsonFields of, String list, int index) {
        return JsonFields.parse(list, Json.write(of.list(list).get(index)));
    }

    @Test
    void the_cluster_ends_with_its_step_and_by_itself_where_that_fails() {
        JsonFields request = request(Specs.plain());

        assertThat(request.object("Instances").names()).contains("KeepJobFlowAliveWhenNoSteps");
        assertThat(SentRequest.body(JobFlow.request(Specs.plain())))
                .contains("\"KeepJobFlowAliveWhenNoSteps\":false")
                .contains("\"TerminationProtected\":false");
        assertThat(first(request, "Steps").string("ActionOnFailure")).isEqualTo("TERMINATE_CLUSTER");
        assertThat(request.object("AutoTerminationPolicy").integer("IdleTimeout"))
                .isEqualTo(900);
    }

    @Test
    void the_step_is_spark_submit_of_the_command_line_in_cluster_mode() {
        JsonFields jar = first(request(Specs.plain()), "Steps").object("HadoopJarStep");

        assertThat(jar.string("Jar")).isEqualTo("command-runner.jar");
        assertThat(jar.list("Args"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Object.class))
                .startsWith("spark-submit", "--deploy-mode", "cluster", "--class", "dev.fruits.cli.Main")
                .endsWith(
                        "s3://p8-fruits/runs/first/fruits-spark-1.0-emr.jar",
                        "run",
                        "s3://p8-fruits/runs/first/pipeline.yaml")
                .contains("spark.executor.instances=2", "spark.executor.memoryOverhead=4608m");
    }

    @Test
    void names_places_roles_and_tags_are_those_of_the_specification() {
        JsonFields request = request(Specs.plain());

        assertThat(request.string("Name")).isEqualTo("fruits");
        assertThat(request.string("ReleaseLabel")).isEqualTo("emr-7.13.0");
        assertThat(request.string("LogUri")).isEqualTo("s3://p8-fruits/runs/first/logs/");
        assertThat(request.string("ServiceRole")).isEqualTo("fruits-service");
        assertThat(request.string("JobFlowRole")).isEqualTo("fruits-machine");
        assertThat(request.string("SecurityConfiguration")).isEqualTo("fruits-encryption");
        assertThat(request.object("Instances").string("Ec2SubnetId")).isEqualTo("subnet-0a1b");
        assertThat(request.list("Tags").toString())
                .isEqualTo("[{Key=for-use-with-amazon-emr-managed-policies, Value=true}, {Key=project, Value=fruit"
                        + " seasons}]");
    }

    @Test
    void the_primary_node_is_one_and_core_nodes_are_on_demand() {
        JsonFields instances = request(Specs.withSpot()).object("Instances");

        assertThat(item(instances, "InstanceGroups", 0).string("InstanceRole")).isEqualTo("MASTER");
        assertThat(item(instances, "InstanceGroups", 0).integer("InstanceCount"))
                .isOne();
        assertThat(item(instances, "InstanceGroups", 1).string("Market")).isEqualTo("ON_DEMAND");
        assertThat(item(instances, "InstanceGroups", 2).string("InstanceRole")).isEqualTo("TASK");
        assertThat(item(instances, "InstanceGroups", 2).string("Market")).isEqualTo("SPOT");
        assertThat(item(instances, "InstanceGroups", 2).integer("InstanceCount"))
                .isEqualTo(3);
    }

    @Test
    void the_driver_stays_off_spot_nodes() {
        assertThat(request(Specs.plain()).has("Configurations")).isFalse();
        assertThat(first(request(Specs.withSpot()), "Configurations")
                        .object("Properties")
                        .string("yarn.node-labels.am.default-node-label-expression"))
                .isEqualTo("CORE");
    }

    @Test
    void scaling_has_limits() {
        JsonFields limits =
                request(Specs.scaled()).object("ManagedScalingPolicy").object("ComputeLimits");

        assertThat(limits.string("UnitType")).isEqualTo("Instances");
        assertThat(limits.integer("MinimumCapacityUnits")).isOne();
        assertThat(limits.integer("MaximumCapacityUnits")).isEqualTo(8);
    }

    @Test
    void a_key_encrypts_logs_and_results() {
        JsonFields request = request(Specs.encrypted());

        assertThat(request.string("LogEncryptionKmsKeyId")).isEqualTo(Specs.KEY);
        assertThat(first(request, "Steps").object("HadoopJarStep").list("Args").toString())
                .contains("spark.hadoop.fs.s3a.encryption.algorithm=SSE-KMS")
                .contains("spark.hadoop.fs.s3a.encryption.key=" + Specs.KEY);
    }

    @Test
    void equal_specifications_make_equal_requests_and_the_file_holds_what_is_sent() {
        assertThat(SentRequest.body(JobFlow.request(Specs.withSpot())))
                .isEqualTo(SentRequest.body(JobFlow.request(Specs.withSpot())));
        assertThat(Json.parse("file", SentRequest.json(JobFlow.request(Specs.plain()))))
                .isEqualTo(Json.parse("sent", SentRequest.body(JobFlow.request(Specs.plain()))));
        assertThat(List.of(SentRequest.json(JobFlow.request(Specs.plain())).split("\n")))
                .hasSizeGreaterThan(50);
    }
}
