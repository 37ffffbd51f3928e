package dev.fruits.spark.parquet;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultLayout;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.spark.hadoop.HadoopPlace;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Where everything lies among a run's results. A folder whose name holds the job's id is what workers know it by. */
record ResultPlace(HadoopPlace place, FileSystem files) {
    private static final String JOB = "job-";

    static ResultPlace at(Location location) throws IOException {
        HadoopPlace place = HadoopPlace.of("out", location);
        return new ResultPlace(place, place.fileSystem());
    }

    Path root() {
        return place.path();
    }

    Path resolve(String name) {
        return new Path(place.path(), name);
    }

    Path staging() {
        return resolve(".staging-fruits");
    }

    boolean isFinished() throws IOException {
        return files.exists(resolve(ResultSink.SUCCESS_MARKER));
    }

    void requireFolder() throws IOException {
        if (files.exists(root()) && files.getFileStatus(root()).isFile()) {
            throw new WrongUseException("out " + place.location() + ": is a file; give a folder");
        }
    }

    /** The job that {@link #begin} began; empty before and after. */
    Optional<WriteJob> job() throws IOException {
        return children(staging()).stream()
                .map(FileStatus::getPath)
                .map(Path::getName)
                .filter(name -> name.startsWith(JOB))
                .findFirst()
                .map(name -> new WriteJob(place, name.substring(JOB.length())));
    }

    WriteJob begin(String id) throws IOException {
        if (!files.mkdirs(new Path(staging(), JOB + id))) {
            throw new IOException("cannot make " + staging());
        }
        return new WriteJob(place, id);
    }

    /** The parts of a table, in their order; none if there is no such table. */
    List<Path> parts(String dataset) throws IOException {
        return children(resolve(dataset)).stream()
                .map(FileStatus::getPath)
                .filter(file -> file.getName().matches("part-.*\\.parquet"))
                .toList();
    }

    /** The files beside the tables that a run leaves under its own names, the marker first. */
    List<Path> ownFiles() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String name : ResultLayout.OWN_FILES) {
            if (files.exists(resolve(name))) {
                found.add(resolve(name));
            }
        }
        return found;
    }

    /** The files in a run's folders that are its own. */
    List<Path> ownFilesInFolders() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : ResultLayout.OWN_FOLDERS) {
            children(resolve(folder)).stream()
                    .map(FileStatus::getPath)
                    .filter(file -> ResultLayout.isOwn(file.getName()))
                    .forEach(found::add);
        }
        return found;
    }

    boolean holdsResults() throws IOException {
        return !ownFiles().isEmpty() || !ownFilesInFolders().isEmpty();
    }

    void discardStaging() throws IOException {
        files.delete(staging(), true);
    }

    /** Removes the tables' folders, and the results' own, where nothing is in them. */
    void discardEmptyFolders() throws IOException {
        for (String folder : ResultLayout.OWN_FOLDERS) {
            discardEmpty(resolve(folder));
        }
        discardEmpty(root());
    }

    private void discardEmpty(Path folder) throws IOException {
        if (files.exists(folder)
                && files.getFileStatus(folder).isDirectory()
                && children(folder).isEmpty()) {
            files.delete(folder, false);
        }
    }

    private List<FileStatus> children(Path folder) throws IOException {
        try {
            if (!files.getFileStatus(folder).isDirectory()) {
                return List.of();
            }
            return Stream.of(files.listStatus(folder))
                    .sorted(Comparator.comparing(
                            (FileStatus status) -> status.getPath().getName()))
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }
}
