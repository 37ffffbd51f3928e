package dev.fruits.spark.hadoop;

import dev.fruits.core.sink.ResultLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder of a run's results. Workers find the current write job by a staging folder whose name holds the job's id.
 *
 * @param at where it is
 */
record HadoopResultFolder(HadoopLocation at) {
    private static final String JOB = "job-";

    FileSystem files() {
        return at.files();
    }

    Path resolve(String name) {
        return at.resolve(name);
    }

    Path staging(String name) {
        return resolve(".staging-fruits/" + name);
    }

    boolean isFile() throws IOException {
        return files().exists(at.path()) && files().getFileStatus(at.path()).isFile();
    }

    /** The job that {@link #begin} began; empty before and after. */
    Optional<HadoopWriteJob> job() throws IOException {
        return at.children(resolve(".staging-fruits")).stream()
                .map(status -> status.getPath().getName())
                .filter(name -> name.startsWith(JOB))
                .findFirst()
                .map(name -> new HadoopWriteJob(at, name.substring(JOB.length())));
    }

    HadoopWriteJob begin(String id) throws IOException {
        if (!files().mkdirs(staging(JOB + id))) {
            throw new IOException("cannot make " + staging(JOB + id));
        }
        return new HadoopWriteJob(at, id);
    }

    /** The files beside the tables that a run leaves under its own names, the marker first. */
    List<Path> ownFiles() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String name : ResultLayout.OWN_FILES) {
            if (files().exists(resolve(name))) {
                found.add(resolve(name));
            }
        }
        return found;
    }

    /** The files in a run's folders that are its own. */
    List<Path> ownFilesInFolders() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : ResultLayout.OWN_FOLDERS) {
            at.children(resolve(folder)).stream()
                    .map(FileStatus::getPath)
                    .filter(file -> ResultLayout.isOwn(file.getName()))
                    .forEach(found::add);
        }
        return found;
    }

    void discardStaging() throws IOException {
        files().delete(resolve(".staging-fruits"), true);
    }

    /** Removes the folders of the tables, and the results' own, if they are empty. */
    void discardEmptyFolders() throws IOException {
        for (String folder : ResultLayout.OWN_FOLDERS) {
            discardEmpty(resolve(folder));
        }
        discardEmpty(at.path());
    }

    private void discardEmpty(Path folder) throws IOException {
        if (files().exists(folder)
                && files().getFileStatus(folder).isDirectory()
                && at.children(folder).isEmpty()) {
            files().delete(folder, false);
        }
    }
}
