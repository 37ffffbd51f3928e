package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.json.Json;
import dev.fruits.core.json.JsonFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twelve images of three bytes, Amazon EMR's own planner, and prices that come with the product. */
class EmrPlanCommandTest {
    @TempDir
    Path folder;

    private Session session = Session.plain();
    private Path pipeline = Path.of("");

    @BeforeEach
    void pipelineFile() throws IOException {
        Path photos = TintedFruits.in(folder.resolve("my photos"), 4, 0);
        pipeline = Files.writeString(
                folder.resolve("pipeline.yaml"), """
                source:  { images: "%s" }
                extract: { model: tint-cnn }
                reduce:  { pca: { variance: 0.95 } }
                sink:    { parquet: s3://p8-data/Results }
                residency: eu
                store: { endpoint: "http://127.0.0.1:9" } # its region is what is said; nobody is asked
                """.formatted(photos.toString().replace("\\", "/")));
        session =
                new Session(Map.of("FRUITS_PRICES", folder.resolve("prices.csv").toString()), new StoppedClock());
    }

    private int plan(String... more) {
        List<String> args = new ArrayList<>(List.of("emr", "plan", pipeline.toString(), "--known-prices", "--out"));
        args.add(folder.resolve("plan").toString());
        args.addAll(List.of(more));
        return session.fruits(args.toArray(String[]::new));
    }

    private int planInParis(String... more) {
        List<String> args = new ArrayList<>(List.of("--region", "eu-west-3", "--rate", "0.01"));
        args.addAll(List.of(more));
        return plan(args.toArray(String[]::new));
    }

    @Test
    void a_plan_says_what_there_is_what_it_costs_and_what_to_take() {
        assertThat(planInParis()).isZero();

        // 12 images at 0.01 images/s and vCPU are 5 minutes on one node, 17.5 do not depend on nodes.
        assertThat(session.out())
                .contains("Images     12, 0.0 MB (" + folder.resolve("my photos"))
                .contains("CNN        tint-cnn: 0.01 images/s for each vCPU, as given")
                .contains("Machines   m5.xlarge, 4 vCPUs and 16 GiB each, in eu-west-3, emr-7.13.0")
                .contains("Price      0.272 USD an hour = EC2 0.224 + EMR 0.048")
                .contains("1           22.5     5.0          0.20  17,000.00 ")
                .contains("8           18.2     0.7          0.74 ")
                .contains(
                        "Take       1 core node: 22.5 minutes, 0.20 USD (twice as many would save less than a quarter");
        assertThat(session.err()).isEmpty();
    }

    @Test
    void images_of_this_disk_are_to_be_copied_and_the_request_names_the_copy() throws IOException {
        planInParis();

        assertThat(session.out())
                .contains("a cluster cannot reach them; copy them first: aws s3 sync '" + folder.resolve("my photos")
                        + "' s3://p8-data/fruits-emr/images");
        assertThat(Files.readString(folder.resolve("plan/run-job-flow.json")))
                .contains("\"--engine\",\n")
                .contains("\"--images\",\n")
                .contains("\"s3://p8-data/fruits-emr/images\"")
                .doesNotContain("my photos")
                .doesNotContain("\"--out\"");
    }

    @Test
    void three_files_are_written() throws IOException {
        planInParis("--nodes", "2", "--spot", "3", "--name", "season-1");

        assertThat(session.out())
                .contains("Take       2 core nodes and 3 spot:")
                .contains("(as asked)");
        JsonFields request = JsonFields.parse("request", Files.readString(folder.resolve("plan/run-job-flow.json")));
        assertThat(request.string("Name")).isEqualTo("season-1");
        assertThat(request.object("Instances").list("InstanceGroups")).hasSize(3);
        assertThat(folder.resolve("plan/create-cluster.sh")).content().contains("--name season-1 ");
        assertThat(folder.resolve("plan/cloudformation.yaml")).content().contains("Default: \"p8-data\"");
    }

    @Test
    void json_holds_the_same_and_nothing_else_is_printed() {
        assertThat(planInParis("--json", "--within", "20")).isZero();

        JsonFields plan = JsonFields.parse("standard output", session.out());
        assertThat(plan.integer("images")).isEqualTo(12);
        assertThat(plan.integer("bytes")).isEqualTo(36);
        assertThat(plan.object("machine").number("usd_per_hour")).isEqualTo(0.272);
        assertThat(plan.object("pace").number("images_per_second_per_vcpu")).isEqualTo(0.01);
        assertThat(plan.list("estimates")).hasSize(4);
        assertThat(plan.object("recommended").integer("core_nodes")).isEqualTo(4);
        assertThat(plan.object("recommended").string("reason")).isEqualTo("the cheapest that ends in time");
        assertThat(plan.list("files")).hasSize(3);
        assertThat(JsonFields.parse("row", Json.write(plan.list("estimates").get(0)))
                        .names())
                .contains("core_nodes", "minutes", "usd", "usd_per_million_images");
    }

    @Test
    void without_a_rate_the_cnn_is_measured_here() {
        assertThat(plan("--region", "eu-west-3")).isZero();

        assertThat(session.out())
                .contains("images/s for one core here (64 images); a vCPU of m5.xlarge")
                .contains("waits for S3 rather than for the CNN: 100.0 images/s for each vCPU, an estimate");
    }

    @Test
    void a_budget_below_the_estimate_is_refused_after_the_table_and_nothing_is_written() {
        assertThat(planInParis("--budget", "0.10")).isEqualTo(2);

        assertThat(session.out()).contains("core nodes  minutes").doesNotContain("Take");
        assertThat(session.err())
                .isEqualTo("fruits: budget 0.10 USD: is below the estimate of 0.20 USD for 1 core node; allow that,"
                        + " fewer images or a cheaper type" + System.lineSeparator());
        assertThat(folder.resolve("plan")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--region us-east-1 | region us-east-1: is outside residency eu; take one of eu-central-1,",
                "--region eu-west-2 | region eu-west-2 (London): is outside residency eu; take one of",
                "--region Paris | region Paris: is no region's name; give one such as eu-west-3",
                "--region eu-south-1 | type m5.xlarge: no price is known in region eu-south-1; it has one in eu-central-1,",
                "--type m5.huge | type m5.huge: is not a type of the families c, m and r from the fifth generation",
                "--type c5.xlarge | type c5.xlarge: 8.0 GiB for 4 vCPUs leave no room for the CNN beside Spark; take one with",
                "--type r5.xlarge | type r5.xlarge: no price is known in region eu-west-3, where there are those of m5.2xlarge,",
                "--nodes 0 | nodes 0: must be 1 to 256",
                "--spot 2 | spot 2: requires core nodes, too; pass --nodes N",
                "--scale 8 | scale 8: must be MIN..MAX, such as 2..8",
                "--scale 8..2 | scale 8..2: must be MIN..MAX with 1 <= MIN <= MAX <= 256",
                "--within 0 | within 0: must be more than 0 minutes",
                "--budget -1 | budget -1.0: must be more than 0 USD",
                "--price 0 | price 0.0: must be more than 0 and less than 1000 USD an hour",
                "--rate 0 | rate 0.0: must be more than 0 images/s for each vCPU",
                "--spark 2.4 | spark 2.4: no release of EMR is known for it; give one of 3.5, 4.0",
                "--folder photos | photos: a cluster cannot reach it; give s3://BUCKET/PREFIX",
                "--folder s3://KEY:SECRET@b/x | folder s3://…: credentials do not belong in a location,",
                "--name a/b | name 'a/b': must be up to 63 letters",
                "--idle-minutes 0 | idle-minutes 0: must be 1 to 10080"
            })
    void what_cannot_be_is_one_line_with_the_remedy(String options, String message) {
        List<String> args = new ArrayList<>(List.of("--rate", "1", "--region", "eu-west-3"));
        List<String> words = List.of(options.split(" "));
        if (args.contains(words.get(0))) {
            args.subList(args.indexOf(words.get(0)), args.indexOf(words.get(0)) + 2)
                    .clear();
        }
        args.addAll(words);

        assertThat(plan(args.toArray(String[]::new))).isEqualTo(2);
        assertThat(session.err()).startsWith("fruits: " + message).hasLineCount(1);
    }

    @Test
    void a_region_must_be_given_or_set() {
        assertThat(plan("--rate", "1")).isEqualTo(2);
        assertThat(session.err()).startsWith("fruits: region: none given; pass --region, such as eu-west-3");

        session = new Session(Map.of("AWS_REGION", "eu-north-1"), new StoppedClock());
        assertThat(plan("--rate", "1")).isZero();
        assertThat(session.out()).contains("Price      0.252 USD an hour");
    }

    @Test
    void a_price_by_hand_opens_other_regions_and_types() {
        assertThat(plan("--region", "eu-south-1", "--type", "r5.2xlarge", "--price", "0.7", "--rate", "5"))
                .isZero();

        assertThat(session.out())
                .contains("Machines   r5.2xlarge, 8 vCPUs and 64 GiB each, in eu-south-1")
                .contains("Price      0.700 USD an hour")
                .contains("given by --price");
    }

    @Test
    void a_file_that_is_not_there_is_one_line() {
        pipeline = folder.resolve("none.yaml");

        assertThat(planInParis()).isEqualTo(2);
        assertThat(session.err()).hasLineCount(1).contains("none.yaml");
    }

    @Test
    void emr_alone_says_which_commands_there_are() {
        assertThat(session.fruits("emr")).isEqualTo(2);
        assertThat(session.err()).contains("Usage: ./fruits emr").contains("  plan ");
        assertThat(session.fruits("emr", "plam")).isEqualTo(2);
        assertThat(session.err()).contains("did you mean 'plan'?");
    }
}
