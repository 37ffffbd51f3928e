package dev.fruits.train;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.json.JsonFields;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FruitnetTrainerTest {
    @TempDir
    Path folder;

    private TrainingSettings.Builder settings(String out) {
        return SmallTraining.settings(folder.resolve(out));
    }

    private static TrainingResult train(TrainingSettings settings, TrainingListener listener) throws IOException {
        return SmallTraining.trainer(settings).train(new ColouredSquares(20, 0), listener);
    }

    @Test
    void two_colours_are_learnt_in_a_few_steps() throws IOException {
        TrainingResult result = train(settings("out").build(), TrainingListener.SILENT);

        EpochFigures first = result.epochs().get(0);
        EpochFigures last = result.epochs().get(3);
        assertThat(last.heldBackAccuracy()).isEqualTo(1);
        assertThat(last.trainingLoss()).isLessThan(first.trainingLoss());
    }

    @Test
    void the_same_seed_gives_the_same_network_and_another_seed_another() throws IOException {
        byte[] first = network(train(settings("first").build(), TrainingListener.SILENT));

        assertThat(network(train(settings("again").build(), TrainingListener.SILENT)))
                .isEqualTo(first);
        assertThat(network(train(settings("other").seed(43).build(), TrainingListener.SILENT)))
                .isNotEqualTo(first);
    }

    private static byte[] network(TrainingResult result) throws IOException {
        return Files.readAllBytes(result.network());
    }

    @Test
    void a_training_resumed_after_a_kill_ends_with_the_same_network() throws IOException {
        TrainingResult whole = train(settings("whole").build(), TrainingListener.SILENT);
        assertThatThrownBy(() -> train(settings("killed").build(), new KilledAfter(2)))
                .hasMessage("killed");
        KilledAfter listener = new KilledAfter(99);

        TrainingResult resumed = train(settings("killed").resume(true).build(), listener);

        assertThat(listener.heard).containsExactly("finished before: 2", "epoch 3", "epoch 4");
        assertThat(resumed.epochs()).isEqualTo(whole.epochs());
        assertThat(network(resumed)).isEqualTo(network(whole));
    }

    @Test
    void a_training_killed_in_the_midst_of_an_epoch_begins_that_epoch_again() throws Exception {
        TrainingResult whole = train(settings("whole").build(), TrainingListener.SILENT);
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HaltedTraining.class.getName(),
                        folder.resolve("killed").toString(),
                        "3")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertThat(killed.waitFor())
                .as(Files.readString(folder.resolve("said")))
                .isEqualTo(137);
        KilledAfter listener = new KilledAfter(99);

        TrainingResult resumed = train(settings("killed").resume(true).build(), listener);

        assertThat(listener.heard).containsExactly("finished before: 2", "epoch 3", "epoch 4");
        assertThat(network(resumed)).isEqualTo(network(whole));
    }

    /** Throws when the given epoch has its checkpoint. */
    private static final class KilledAfter implements TrainingListener {
        private final int epoch;
        private final List<String> heard = new ArrayList<>();

        KilledAfter(int epoch) {
            this.epoch = epoch;
        }

        @Override
        public void started(TrainingCounts counts, int finishedEpochs, int epochs) {
            heard.add("finished before: " + finishedEpochs);
        }

        @Override
        public void finished(EpochFigures figures) {
            heard.add("epoch " + figures.epoch());
            if (figures.epoch() == epoch) {
                throw new IllegalStateException("killed");
            }
        }
    }

    @Test
    void a_checkpoint_is_neither_overwritten_nor_taken_for_another_training() throws IOException {
        train(settings("out").epochs(1).build(), TrainingListener.SILENT);

        assertThatThrownBy(() -> train(settings("out").epochs(1).build(), TrainingListener.SILENT))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("already holds a training; pass --resume");
        assertThatThrownBy(() ->
                        train(settings("out").epochs(1).seed(7).resume(true).build(), TrainingListener.SILENT))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining(
                        "is of another training (seed 42, now 7); give the same again, pass --overwrite, or");
    }

    @Test
    void a_damaged_checkpoint_is_refused() throws IOException {
        train(settings("out").epochs(1).build(), TrainingListener.SILENT);
        Path checkpoint = folder.resolve("out").resolve("fruitnet.checkpoint");
        byte[] whole = Files.readAllBytes(checkpoint);
        Files.write(checkpoint, java.util.Arrays.copyOf(whole, whole.length - 100));

        assertThatThrownBy(() -> train(settings("out").epochs(1).resume(true).build(), TrainingListener.SILENT))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("is none or is damaged; pass --overwrite to start again");
    }

    @Test
    void card_labels_and_record_describe_the_network() throws IOException {
        TrainingResult result = train(settings("out").epochs(1).build(), TrainingListener.SILENT);

        String sha256 = Sha256.of(network(result));
        JsonFields card = JsonFields.parse("card", Files.readString(result.card()));
        assertThat(card.string("sha256")).isEqualTo(sha256);
        assertThat(card.string("file")).isEqualTo(result.network().getFileName().toString());
        assertThat(card.object("output").integer("dimension")).isEqualTo(8);
        assertThat(Files.readAllLines(result.labels())).containsExactly("green", "red");
        JsonFields record = JsonFields.parse("record", Files.readString(result.record()));
        assertThat(record.string("sha256")).isEqualTo(sha256);
        assertThat(record.object("data").string("attribution")).isEqualTo("drawn by a test");
        assertThat(record.object("data").integer("training")).isEqualTo(32);
        assertThat(record.names())
                .containsExactly("name", "sha256", "licence", "data", "architecture", "settings", "versions", "epochs");
        assertThat(record.object("data").names())
                .containsExactly(
                        "name", "licence", "attribution", "classes", "training", "held_back", "rejected", "ignored");
        assertThat(record.object("architecture").names())
                .containsExactly("side", "input_pool", "filters", "feature_pool", "features", "classes");
        assertThat(record.object("settings").names())
                .containsExactly(
                        "epochs",
                        "seed",
                        "batch",
                        "threads",
                        "learning_rate",
                        "weight_decay",
                        "label_smoothing",
                        "held_back_share");
        assertThat(record.list("epochs")).singleElement().asString().contains("held_back_accuracy=");
    }

    @Test
    void a_training_resumes_from_a_checkpoint_of_an_earlier_version() throws IOException {
        TrainingResult whole = train(settings("whole").build(), TrainingListener.SILENT);
        assertThatThrownBy(() -> train(settings("killed").build(), new KilledAfter(2)))
                .hasMessage("killed");
        Path checkpoint = folder.resolve("killed/fruitnet.checkpoint");
        ByteBuffer kept = ByteBuffer.wrap(Files.readAllBytes(checkpoint));
        byte[] head = new byte[kept.getInt()];
        kept.get(head);
        byte[] camelCase = new String(head, UTF_8)
                .replace("training_loss", "trainingLoss")
                .replace("training_accuracy", "trainingAccuracy")
                .replace("held_back_loss", "heldBackLoss")
                .replace("held_back_accuracy", "heldBackAccuracy")
                .replace("learning_rate", "learningRate")
                .getBytes(UTF_8);
        ByteBuffer earlier = ByteBuffer.allocate(4 + camelCase.length + kept.remaining());
        Files.write(
                checkpoint,
                earlier.putInt(camelCase.length).put(camelCase).put(kept).array());

        TrainingResult resumed = train(settings("killed").resume(true).build(), TrainingListener.SILENT);

        assertThat(camelCase).hasSizeLessThan(head.length);
        assertThat(resumed.epochs()).isEqualTo(whole.epochs());
        assertThat(network(resumed)).isEqualTo(network(whole));
    }

    @Test
    void damaged_images_are_counted_and_left_out() throws IOException {
        List<String> heard = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void started(TrainingCounts counts, int finishedEpochs, int epochs) {
                heard.add(counts.toString());
            }
        };

        TrainingResult result =
                SmallTraining.trainer(settings("out").epochs(1).build()).train(new ColouredSquares(20, 10), listener);

        TrainingCounts counts = new TrainingCounts(2, 28, 8, 4, 0);
        assertThat(heard).containsExactly(counts.toString());
        assertThat(result.counts()).isEqualTo(counts);
        assertThat(Files.readAllLines(result.rejects()))
                .hasSize(5)
                .contains("path,stage,reason")
                .anySatisfy(line -> assertThat(line).startsWith("green/10_100.png,decode,"));
    }
}
