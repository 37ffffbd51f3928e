package dev.fruits.cli.emr;

import dev.fruits.cli.option.CommandOption;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.ValueType;
import dev.fruits.core.WrongUseException;
import dev.fruits.emr.plan.ClusterAccess;
import dev.fruits.emr.plan.ClusterRequest;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.PlanLimits;
import dev.fruits.emr.plan.Purchase;
import dev.fruits.emr.plan.ScalingLimits;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The options of a cluster: its machines, its limits of time and cost, and its names in the account. */
final class ClusterOptions {
    private static final String MACHINES = "Machines";
    private static final String LIMITS = "Time and cost";
    private static final String ACCOUNT = "Account";
    private static final Pattern SCALING_LIMITS = Pattern.compile("(\\d{1,4})\\.\\.(\\d{1,4})");

    private static final CommandOption<String> TYPE =
            text("type", "TYPE", "Type of all machines.", MACHINES).byDefault("m5.xlarge");

    private static final CommandOption<Integer> NODES =
            number("nodes", "N", "Number of core nodes.", MACHINES).otherwise("as the plan recommends");

    private static final CommandOption<Integer> SPOT = number(
                    "spot", "N", "Number of task nodes on the spot market, in addition to --nodes.", MACHINES)
            .byDefault(0);

    private static final CommandOption<String> SCALE = text(
            "scale",
            "MIN..MAX",
            "Let EMR scale the core nodes between these numbers. The estimate is that of MAX nodes.",
            MACHINES);

    private static final CommandOption<Integer> IDLE_MINUTES = number(
                    "idle-minutes", "MIN", "Minutes without work after which the cluster terminates.", MACHINES)
            .byDefault(ClusterSpec.DEFAULT_IDLE_MINUTES);

    static final CommandOption<String> SPARK = text("spark", "LINE", "Spark version of the jar: 3.5 or 4.0.", MACHINES)
            .byDefault("3.5")
            .candidates(() -> List.of("3.5", "4.0"));

    private static final CommandOption<Integer> WITHIN = number(
            "within",
            "MIN",
            "Recommend the cheapest cluster that finishes within so many minutes, start-up included.",
            LIMITS);

    private static final CommandOption<Double> BUDGET =
            decimal("budget", "USD", "Refuse a cluster whose estimated cost is higher.");

    private static final CommandOption<Double> RATE = decimal("rate", "R", "Images/s of one vCPU of the cluster.")
            .otherwise("a third of the rate that one core here reaches with 64 images");

    private static final CommandOption<Integer> START_UP = number(
                    "start-up", "MIN", "Minutes until the cluster begins to work.", LIMITS)
            .otherwise("15");

    private static final CommandOption<Double> PRICE = decimal(
                    "price", "USD", "Price of a machine per hour, EC2 and EMR together.")
            .otherwise("that of the price list");

    private static final CommandOption<Boolean> KNOWN_PRICES = CommandOption.flag(
                    "known-prices", "Use the built-in prices; do not request the current prices from AWS.")
            .group(LIMITS);

    private static final CommandOption<String> FOLDER = text(
                    "folder", "s3://BUCKET/PREFIX", "Location of jar, model, pipeline file and logs.", ACCOUNT)
            .otherwise("fruits-emr in the bucket of the results");

    private static final CommandOption<String> NAME =
            text("name", "NAME", "Name of the run.", ACCOUNT).byDefault("fruits");

    private static final CommandOption<String> SUBNET =
            text("subnet", "ID", "Subnet of the cluster.", ACCOUNT).otherwise("that of the account");

    private static final CommandOption<String> SERVICE_ROLE = text(
                    "service-role", "ROLE", "Role of EMR. The template creates the default role.", ACCOUNT)
            .byDefault("fruits-emr-service");

    private static final CommandOption<String> INSTANCE_PROFILE = text(
                    "instance-profile", "ROLE", "Role of the machines. The template creates the default role.", ACCOUNT)
            .byDefault("fruits-emr-machine");

    private static final CommandOption<String> SECURITY = text(
                    "security-configuration",
                    "NAME",
                    "Encryption settings, or '' for none. The template creates the default settings.",
                    ACCOUNT)
            .byDefault("fruits-emr");

    private static final CommandOption<SortedMap<String, String>> TAG = CommandOption.of(
                    "tag",
                    new ValueType<>("KEY=VALUE", ClusterOptions::tags),
                    "KEY=VALUE",
                    "A tag of the cluster and its machines. It may be given several times.")
            .repeatable()
            .group(ACCOUNT);

    static final List<CommandOption<?>> ALL = List.of(
            TYPE,
            NODES,
            SPOT,
            SCALE,
            IDLE_MINUTES,
            SPARK,
            WITHIN,
            BUDGET,
            RATE,
            START_UP,
            PRICE,
            KNOWN_PRICES,
            FOLDER,
            NAME,
            SUBNET,
            SERVICE_ROLE,
            INSTANCE_PROFILE,
            SECURITY,
            TAG);

    private ClusterOptions() {}

    private static CommandOption<String> text(String name, String label, String help, String group) {
        return CommandOption.of(name, ValueType.TEXT, label, help).group(group);
    }

    private static CommandOption<Integer> number(String name, String label, String help, String group) {
        return CommandOption.of(name, ValueType.INTEGER, label, help).group(group);
    }

    private static CommandOption<Double> decimal(String name, String label, String help) {
        return CommandOption.of(name, ValueType.NUMBER, label, help).group(LIMITS);
    }

    private static SortedMap<String, String> tags(String lines) {
        SortedMap<String, String> tags = new TreeMap<>();
        lines.lines().forEach(tag -> {
            int equals = tag.indexOf('=');
            if (equals < 1) {
                throw new NumberFormatException(tag);
            }
            tags.put(tag.substring(0, equals), tag.substring(equals + 1));
        });
        return tags;
    }

    /** The requested cluster. */
    static ClusterRequest request(OptionValues options, @Nullable String kmsKey) {
        String security = options.orDefault(SECURITY);
        ClusterAccess access = new ClusterAccess(
                options.orDefault(SERVICE_ROLE),
                options.orDefault(INSTANCE_PROFILE),
                security.isEmpty() ? null : security,
                options.get(SUBNET),
                kmsKey);
        return new ClusterRequest(
                options.orDefault(NAME),
                options.orDefault(TYPE),
                options.orDefault(SPARK),
                limits(options),
                options.orDefault(SPOT),
                Purchase.SPOT,
                scaling(options),
                options.orDefault(IDLE_MINUTES),
                options.get(RATE),
                minutes(options.get(START_UP)),
                options.get(PRICE),
                options.is(KNOWN_PRICES),
                options.get(FOLDER),
                access,
                Objects.requireNonNullElseGet(options.get(TAG), TreeMap::new));
    }

    private static @Nullable Duration minutes(@Nullable Integer minutes) {
        return minutes == null ? null : Duration.ofMinutes(minutes);
    }

    private static PlanLimits limits(OptionValues options) {
        ScalingLimits scaling = scaling(options);
        int spot = options.orDefault(SPOT);
        Integer nodes = scaling == null ? options.get(NODES) : (Integer) scaling.most();
        if (spot > 0 && scaling != null) {
            throw new WrongUseException("spot: EMR chooses the nodes that it scales; remove --scale or --spot");
        }
        if (spot > 0 && nodes == null) {
            throw new WrongUseException("spot " + spot + ": requires core nodes, too; pass --nodes N");
        }
        return new PlanLimits(
                nodes == null ? null : (Integer) (nodes + spot), minutes(options.get(WITHIN)), options.get(BUDGET));
    }

    private static @Nullable ScalingLimits scaling(OptionValues options) {
        String scale = options.get(SCALE);
        if (scale == null) {
            return null;
        }
        Matcher matcher = SCALING_LIMITS.matcher(scale);
        if (!matcher.matches()) {
            throw new WrongUseException("scale " + scale + ": must be MIN..MAX, such as 2..8");
        }
        return new ScalingLimits(
                Integer.parseInt(Objects.requireNonNull(matcher.group(1))),
                Integer.parseInt(Objects.requireNonNull(matcher.group(2))));
    }
}
