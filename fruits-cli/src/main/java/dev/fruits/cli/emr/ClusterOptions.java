package dev.fruits.cli.emr;

import dev.fruits.core.WrongUseException;
import dev.fruits.emr.plan.ClusterAccess;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.PlanWish;
import dev.fruits.emr.plan.ScalingLimits;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say what a cluster is made of and what it may cost; what is not given stays null. */
final class ClusterOptions {
    private static final Pattern LIMITS = Pattern.compile("(\\d{1,4})\\.\\.(\\d{1,4})");

    /** Machines. */
    static final class Machines {
        @Option(names = "--type", paramLabel = "TYPE", description = "Type of every machine. Default: m5.xlarge.")
        String type = "m5.xlarge";

        @Option(names = "--nodes", paramLabel = "N", description = "Core nodes. Default: as the plan recommends.")
        @Nullable
        Integer nodes;

        @Option(names = "--spot", paramLabel = "N", description = "Task nodes on the spot market, besides --nodes.")
        int spot;

        @Option(
                names = "--scale",
                paramLabel = "MIN..MAX",
                description = "Let EMR scale core nodes between these; reckoned as MAX from the start.")
        @Nullable
        String scale;

        @Option(
                names = "--idle-minutes",
                paramLabel = "MIN",
                description = "The cluster ends after so long without work. Default: 10.")
        int idleMinutes = ClusterSpec.DEFAULT_IDLE_MINUTES;

        @Option(names = "--spark", paramLabel = "LINE", description = "Spark of the jar: 3.5 or 4.0. Default: 3.5.")
        String spark = "3.5";
    }

    /** Time and money. */
    static final class Limits {
        @Option(
                names = "--within",
                paramLabel = "MIN",
                description = "Recommend the cheapest that ends in so many minutes, start-up included.")
        @Nullable
        Integer within;

        @Option(names = "--budget", paramLabel = "USD", description = "Refuse what is estimated to cost more.")
        @Nullable
        Double budget;

        @Option(
                names = "--rate",
                paramLabel = "R",
                description =
                        "Images/s of one vCPU of the cluster. Default: a third of what a core here does with 64 images.")
        @Nullable
        Double rate;

        @Option(
                names = "--start-up",
                paramLabel = "MIN",
                description = "Minutes until the cluster begins to work. Default: 15.")
        @Nullable
        Integer startUp;

        @Option(
                names = "--price",
                paramLabel = "USD",
                description = "What an hour of a machine costs, EC2 and EMR together. Default: from the price list.")
        @Nullable
        Double price;

        @Option(names = "--known-prices", description = "Do not ask AWS for today's prices.")
        boolean knownPrices;
    }

    /** Names and places in the account. */
    static final class Account {
        @Option(
                names = "--folder",
                paramLabel = "s3://BUCKET/PREFIX",
                description =
                        "Where jar, model, pipeline file and logs lie. Default: fruits-emr in the results' bucket.")
        @Nullable
        String folder;

        @Option(names = "--name", paramLabel = "NAME", description = "Name of the run. Default: fruits.")
        String name = "fruits";

        @Option(names = "--subnet", paramLabel = "ID", description = "Subnet to start in. Default: the account's.")
        @Nullable
        String subnet;

        @Option(
                names = "--service-role",
                paramLabel = "ROLE",
                description = "Role of EMR. Default: fruits-emr-service, which the template makes.")
        String serviceRole = "fruits-emr-service";

        @Option(
                names = "--instance-profile",
                paramLabel = "ROLE",
                description = "Role of the machines. Default: fruits-emr-machine, which the template makes.")
        String instanceProfile = "fruits-emr-machine";

        @Option(
                names = "--security-configuration",
                paramLabel = "NAME",
                description = "Encryption settings; '' for none. Default: fruits-emr, which the template makes.")
        String security = "fruits-emr";

        @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "Put on the cluster and its machines.")
        Map<String, String> tags = new TreeMap<>();
    }

    @ArgGroup(validate = false, order = 1, heading = "%nMachines%n")
    Machines machines = new Machines();

    @ArgGroup(validate = false, order = 2, heading = "%nTime and money%n")
    Limits limits = new Limits();

    @ArgGroup(validate = false, order = 3, heading = "%nAccount%n")
    Account account = new Account();

    ClusterWish wish(@Nullable String kmsKey) {
        ClusterAccess access = new ClusterAccess(
                account.serviceRole,
                account.instanceProfile,
                account.security.isEmpty() ? null : account.security,
                account.subnet,
                kmsKey);
        return new ClusterWish(
                account.name,
                machines.type,
                machines.spark,
                plan(),
                machines.spot,
                scaling(),
                machines.idleMinutes,
                limits.rate,
                limits.startUp == null ? null : Duration.ofMinutes(limits.startUp),
                limits.price,
                limits.knownPrices,
                account.folder,
                access,
                new TreeMap<>(account.tags));
    }

    private PlanWish plan() {
        Duration within = limits.within == null ? null : Duration.ofMinutes(limits.within);
        ScalingLimits scaling = scaling();
        Integer nodes = scaling == null ? machines.nodes : (Integer) scaling.most();
        if (machines.spot > 0 && scaling != null) {
            throw new WrongUseException("spot: EMR chooses what it scales; leave out --scale or --spot");
        }
        if (machines.spot > 0 && nodes == null) {
            throw new WrongUseException("spot " + machines.spot + ": needs core nodes beside them; pass --nodes N");
        }
        return new PlanWish(nodes == null ? null : (Integer) (nodes + machines.spot), within, limits.budget);
    }

    private @Nullable ScalingLimits scaling() {
        if (machines.scale == null) {
            return null;
        }
        Matcher matcher = LIMITS.matcher(machines.scale);
        if (!matcher.matches()) {
            throw new WrongUseException("scale " + machines.scale + ": must be MIN..MAX, such as 2..8");
        }
        return new ScalingLimits(
                Integer.parseInt(Objects.requireNonNull(matcher.group(1))),
                Integer.parseInt(Objects.requireNonNull(matcher.group(2))));
    }
}
