package dev.fruits.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.sink.ExistingResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a training does to the folder that it writes into. */
class OutFolderTest {
    @TempDir
    Path folder;

    private TrainingSettings.Builder settings() {
        return SmallTraining.settings(folder.resolve("out")).epochs(1);
    }

    private static TrainingResult train(TrainingSettings.Builder settings) throws IOException {
        return train(settings, TrainingListener.SILENT);
    }

    private static TrainingResult train(TrainingSettings.Builder settings, TrainingListener listener)
            throws IOException {
        return SmallTraining.trainer(settings.build()).train(new ColouredSquares(20, 0), listener);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_training_leaves_its_files_and_its_checkpoint() throws IOException {
        train(settings());

        assertThat(files())
                .containsExactly(
                        "fruitnet.card.json",
                        "fruitnet.checkpoint",
                        "fruitnet.labels.txt",
                        "fruitnet.onnx",
                        "fruitnet.rejects.csv",
                        "fruitnet.training.json");
    }

    @Test
    void another_training_into_the_same_folder_is_refused_while_one_runs() throws IOException {
        List<String> said = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void started(TrainingCounts counts, int finishedEpochs, int epochs) {
                try {
                    train(settings());
                } catch (WrongUseException | IOException e) {
                    said.add(e.getMessage());
                }
            }
        };

        train(settings(), listener);

        assertThat(said)
                .containsExactly("out " + folder.resolve("out")
                        + ": another training is writing to it; wait for it or pass another --out");
    }

    @Test
    void a_network_without_its_checkpoint_is_not_replaced_unasked() throws IOException {
        train(settings());
        Files.delete(folder.resolve("out/fruitnet.checkpoint"));

        assertThatThrownBy(() -> train(settings()))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("out " + folder.resolve("out") + ": already holds a training; pass --resume to go on with"
                        + " it, --overwrite to replace it, or another --out");
    }

    @Test
    void overwriting_begins_anew_with_other_settings() throws IOException {
        train(settings());

        TrainingResult other = train(settings().epochs(2).existing(ExistingResults.REPLACE));

        assertThat(other.epochs()).hasSize(2);
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        Files.writeString(folder.resolve("out"), "mine");

        assertThatThrownBy(() -> train(settings()))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("out " + folder.resolve("out") + ": is a file; give a folder");
        assertThat(folder.resolve("out")).hasContent("mine");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full is a full disk on Linux")
    void a_full_disk_ends_the_training_and_keeps_the_last_whole_checkpoint() throws IOException {
        Path unfinished = folder.resolve("out/.fruitnet.checkpoint.unfinished");
        TrainingListener fillsTheDisk = new TrainingListener() {
            @Override
            public void stepped(int epoch, int done, int total) {
                try {
                    if (epoch == 2 && done == total) {
                        Files.createSymbolicLink(unfinished, Path.of("/dev/full"));
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        };

        assertThatThrownBy(() -> train(settings().epochs(3), fillsTheDisk))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("out/fruitnet.checkpoint") + ": No space left on device");
        assertThat(files()).containsExactly("fruitnet.checkpoint");
        List<Integer> before = new ArrayList<>();
        train(settings().epochs(3).resume(true), new TrainingListener() {
            @Override
            public void started(TrainingCounts counts, int finishedEpochs, int epochs) {
                before.add(finishedEpochs);
            }
        });
        assertThat(before).containsExactly(1);
    }
}
