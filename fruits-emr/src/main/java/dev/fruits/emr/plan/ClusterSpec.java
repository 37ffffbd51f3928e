package dev.fruits.emr.plan;

import dev.fruits.core.WrongUseException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A cluster that runs one pipeline and terminates. Equal specifications make equal requests.
 *
 * @param name of the run and its cluster
 * @param region of the machines: {@code eu-west-3}
 * @param release of EMR: {@code emr-7.13.0}
 * @param idleMinutes without work, after which the cluster terminates by itself, 1 to 10,080
 * @param tags of the cluster and its machines, for the bill
 */
public record ClusterSpec(
        String name,
        String region,
        String release,
        ClusterNodes nodes,
        ClusterJob job,
        ClusterAccess access,
        int idleMinutes,
        SortedMap<String, String> tags) {
    /** Long enough for a step to begin, short enough to cost cents. */
    public static final int DEFAULT_IDLE_MINUTES = 10;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final int WEEK = 7 * 24 * 60;

    /** @throws WrongUseException if the name or the idle time is not valid */
    public ClusterSpec {
        if (!NAME.matcher(name).matches()) {
            throw new WrongUseException("name '" + name + "': must be up to 63 letters, digits, '.', '_' and '-'");
        }
        if (idleMinutes < 1 || idleMinutes > WEEK) {
            throw new WrongUseException("idle-minutes " + idleMinutes + ": must be 1 to " + WEEK);
        }
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /** The same cluster with another job. */
    public ClusterSpec with(ClusterJob other) {
        return new ClusterSpec(name, region, release, nodes, other, access, idleMinutes, tags);
    }

    /** The same cluster with other or more tags. */
    public ClusterSpec tagged(Map<String, String> more) {
        SortedMap<String, String> all = new TreeMap<>(tags);
        all.putAll(more);
        return new ClusterSpec(name, region, release, nodes, job, access, idleMinutes, all);
    }
}
