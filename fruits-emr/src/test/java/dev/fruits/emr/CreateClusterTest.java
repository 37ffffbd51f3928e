package dev.fruits.emr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.json.Json;
import dev.fruits.core.json.JsonFields;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.SparkSubmission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a POSIX shell")
class CreateClusterTest {
    @TempDir
    Path folder;

    /** The words that {@code aws} is given when a shell runs the script. */
    private List<String> words(ClusterSpec spec) throws IOException, InterruptedException {
        Path aws = Files.writeString(folder.resolve("aws"), "#!/bin/sh\nprintf '%s\\0' \"$@\"\n");
        Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwx------"));
        Path script = Files.writeString(folder.resolve("create-cluster.sh"), CreateCluster.script(spec));
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        assertThat(builder.start().waitFor()).isZero();
        return Arrays.asList(Files.readString(said).split("\0"));
    }

    private static String after(List<String> words, String option) {
        return words.get(words.indexOf(option) + 1);
    }

    @Test
    void a_shell_hands_over_each_option_as_one_word() throws Exception {
        List<String> words = words(Specs.plain());

        assertThat(words).startsWith("emr", "create-cluster", "--region", "eu-west-3");
        assertThat(after(words, "--release-label")).isEqualTo("emr-7.13.0");
        assertThat(after(words, "--ec2-attributes")).isEqualTo("InstanceProfile=fruits-machine,SubnetId=subnet-0a1b");
        assertThat(after(words, "--auto-termination-policy")).isEqualTo("IdleTimeout=900");
        assertThat(words)
                .contains("--auto-terminate", "--no-termination-protected")
                .endsWith("--tags", "for-use-with-amazon-emr-managed-policies=true", "project=fruit seasons");
    }

    @Test
    void the_step_is_that_of_the_request() throws Exception {
        Object step = ((List<?>) Json.parse("steps", after(words(Specs.encrypted()), "--steps"))).get(0);
        JsonFields fields = JsonFields.parse("step", Json.write(step));

        assertThat(fields.string("Type")).isEqualTo("CUSTOM_JAR");
        assertThat(fields.list("Args")).isEqualTo(SparkSubmission.words(Specs.encrypted()));
    }

    @Test
    void spot_nodes_cost_the_price_on_demand_at_most() throws Exception {
        Object groups = Json.parse("groups", after(words(Specs.withSpot()), "--instance-groups"));

        assertThat(groups.toString())
                .isEqualTo("[{Name=primary, InstanceGroupType=MASTER, InstanceType=m5.xlarge, InstanceCount=1},"
                        + " {Name=core, InstanceGroupType=CORE, InstanceType=m5.xlarge, InstanceCount=1},"
                        + " {Name=task, InstanceGroupType=TASK, InstanceType=m5.xlarge, InstanceCount=3,"
                        + " BidPrice=OnDemandPrice}]");
    }

    @Test
    void scaling_and_keys_are_there_where_they_are_asked() throws Exception {
        assertThat(after(words(Specs.scaled()), "--managed-scaling-policy"))
                .isEqualTo("ComputeLimits={UnitType=Instances,MinimumCapacityUnits=1,MaximumCapacityUnits=8}");
        assertThat(after(words(Specs.encrypted()), "--log-encryption-kms-key-id"))
                .isEqualTo(Specs.KEY);
    }
}
