package dev.fruits.runtime.hadoop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.exceptions.YarnException;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/**
 * HDFS with one data node, and YARN with two node managers, until standard input ends.
 *
 * <p>Arguments: a folder for everything it keeps, and a folder that gets the files which a client needs
 * ({@code HADOOP_CONF_DIR}); {@code core-site.xml} comes last, when all is up.
 */
public final class MiniHadoop {
    private static final int NODE_MANAGERS = 2;
    private static final int MEMORY_MB = 6144;
    private static final int CORES = 4;
    private static final int CONNECT_MS = 60_000;
    /** What a client needs; the rest of the configuration is for one node manager or another. */
    private static final List<String> OF_CLIENTS = List.of(
            "yarn.resourcemanager.address",
            "yarn.resourcemanager.scheduler.address",
            "yarn.resourcemanager.resource-tracker.address",
            "yarn.resourcemanager.admin.address",
            "yarn.resourcemanager.webapp.address",
            "yarn.resourcemanager.hostname");

    private MiniHadoop() {}

    public static void main(String[] args) throws Exception {
        Path work = Files.createDirectories(Path.of(args[0]));
        Path clientFiles = Files.createDirectories(Path.of(args[1]));
        Configuration configuration = new YarnConfiguration();
        configuration.set("hadoop.tmp.dir", work.resolve("tmp").toString());
        try (MiniDFSCluster hdfs = hdfs(configuration, work);
                MiniYARNCluster yarn = new MiniYARNCluster("fruits", NODE_MANAGERS, 1, 1)) {
            configuration.set("fs.defaultFS", hdfs.getFileSystem().getUri().toString());
            start(yarn, configuration, work);
            writeClientFiles(yarn.getConfig(), clientFiles);
            while (System.in.read() >= 0) {
                // until it ends, which it does with the process that started this one, too
            }
        }
        System.exit(0); // threads of Hadoop go on
    }

    private static MiniDFSCluster hdfs(Configuration base, Path work) throws IOException {
        Configuration configuration = new Configuration(base);
        configuration.set("hdfs.minidfs.basedir", work.resolve("hdfs").toString());
        configuration.setInt("dfs.replication", 1);
        configuration.set("dfs.namenode.http-address", "127.0.0.1:0");
        MiniDFSCluster cluster =
                new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
        cluster.waitActive();
        return cluster;
    }

    private static void start(MiniYARNCluster yarn, Configuration configuration, Path work)
            throws InterruptedException, YarnException {
        size(configuration);
        oneQueue(configuration);
        for (String check : List.of("vmem-check-enabled", "pmem-check-enabled", "disk-health-checker.enable")) {
            configuration.setBoolean("yarn.nodemanager." + check, false);
        }
        configuration.set("yarn.nodemanager.log-dirs", work.resolve("logs").toString());
        configuration.setBoolean("yarn.timeline-service.enabled", false);
        yarn.init(configuration);
        yarn.start();
        if (!yarn.waitForNodeManagersToConnect(CONNECT_MS)) {
            throw new IllegalStateException("node managers: not there after " + CONNECT_MS + " ms");
        }
    }

    private static void size(Configuration configuration) {
        configuration.setInt("yarn.nodemanager.resource.memory-mb", MEMORY_MB);
        configuration.setInt("yarn.minicluster.yarn.nodemanager.resource.memory-mb", MEMORY_MB);
        configuration.setInt("yarn.nodemanager.resource.cpu-vcores", CORES);
        configuration.setInt("yarn.scheduler.minimum-allocation-mb", 256);
        configuration.setInt("yarn.scheduler.maximum-allocation-mb", MEMORY_MB);
        configuration.setInt("yarn.scheduler.maximum-allocation-vcores", CORES);
        configuration.setLong("yarn.resourcemanager.nodemanagers.heartbeat-interval-ms", 200);
    }

    private static void oneQueue(Configuration configuration) {
        String scheduler = "yarn.scheduler.capacity.";
        configuration.setFloat(scheduler + "maximum-am-resource-percent", 1);
        configuration.setInt(scheduler + "node-locality-delay", -1);
        configuration.set(scheduler + "root.queues", "default");
        String queue = scheduler + "root.default.";
        configuration.set(queue + "capacity", "100");
        configuration.set(queue + "maximum-capacity", "100");
        configuration.set(queue + "state", "RUNNING");
        configuration.set(queue + "user-limit-factor", "1");
        configuration.set(queue + "acl_submit_applications", "*");
        configuration.set(queue + "acl_administer_queue", "*");
    }

    private static void writeClientFiles(Configuration cluster, Path folder) throws IOException {
        Configuration yarn = new Configuration(false);
        for (String key : OF_CLIENTS) {
            yarn.set(key, cluster.get(key, ""));
        }
        yarn.set("yarn.application.classpath", "");
        write(yarn, folder.resolve("yarn-site.xml"));
        Configuration hdfs = new Configuration(false);
        hdfs.set("dfs.replication", "1");
        write(hdfs, folder.resolve("hdfs-site.xml"));
        Configuration core = new Configuration(false);
        core.set("fs.defaultFS", cluster.get("fs.defaultFS", ""));
        Path whole = folder.resolve("core-site.xml.part");
        write(core, whole);
        Files.move(whole, folder.resolve("core-site.xml"));
    }

    private static void write(Configuration configuration, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            configuration.writeXml(out);
        }
    }
}
