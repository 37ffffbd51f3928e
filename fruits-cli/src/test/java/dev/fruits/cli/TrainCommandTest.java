package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.cli.fake.FakeImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {
    private final Session session = Session.plain();

    @TempDir
    Path folder;

    private int train(String... more) {
        return trainOn("fake://images/6", more);
    }

    private int trainOn(String photographs, String... more) {
        List<String> args = new ArrayList<>(List.of("train", "--train", photographs));
        args.addAll(List.of("--out", folder.resolve("out").toString()));
        args.addAll(List.of(more));
        return session.fruits(args.toArray(String[]::new));
    }

    private String asked() throws IOException {
        return Files.readString(folder.resolve("out/record.json"));
    }

    @Test
    void every_epoch_is_one_line_and_the_summary_says_how_to_use_the_network() {
        assertThat(train()).isZero();
        assertThat(session.err()).isEqualToNormalizingNewlines("""
                        Read photographs: 6 / 6 (100 %)
                        7 photographs of 2 classes: 5 to learn from, 1 held back, 1 rejected; 2 other entries ignored
                        Epoch 1 of 2: 6 / 6 (100 %)
                        Epoch 1 of 2: loss 1.500, held back: loss 1.250, accuracy 50.00 %, 61.2 s
                        Epoch 2 of 2: 6 / 6 (100 %)
                        Epoch 2 of 2: loss 0.750, held back: loss 1.250, accuracy 100.00 %, 61.2 s
                        """);
        Path network = folder.resolve("out/fruitnet.onnx");
        assertThat(session.out())
                .contains("Accuracy    100.00 % of the held-back photographs after epoch 2")
                .contains("Time        2 min 2 s for 2 epochs")
                .contains("Rejected    1, listed in " + folder.resolve("out/rejects.csv"))
                .contains("Written     " + network)
                .contains("./fruits run --images DIR --out DIR --model " + network)
                .contains("./fruits evaluate --train DIR --test DIR --out DIR --model " + network);
    }

    @Test
    void what_is_not_given_is_left_to_the_trainer() throws IOException {
        assertThat(train()).isZero();
        assertThat(asked())
                .contains(
                        "existing=REFUSE, resume=false, data=6, licence=not stated, epochs=null, seed=null, batch=null")
                .contains("threads=" + Runtime.getRuntime().availableProcessors() + ", heldBackShare=null");
    }

    @Test
    void what_is_given_reaches_the_trainer() throws IOException {
        assertThat(train(
                        "--model=fruitnet --epochs=5 --seed=7 --batch=16 --held-back=0.2 --threads=3 --resume --data=mine --licence=MIT"
                                .split(" ")))
                .isZero();
        assertThat(asked())
                .contains(
                        "existing=REPLACE, resume=true, data=mine, licence=MIT, epochs=5, seed=7, batch=16, threads=3")
                .contains("heldBackShare=0.2");
        assertThat(session.err()).contains("Going on after epoch 1 of 2");
        assertThat(train("--overwrite")).isZero();
        assertThat(asked()).contains("existing=REPLACE, resume=false");
    }

    @Test
    void json_is_the_record_and_nothing_else() throws IOException {
        assertThat(train("--json")).isZero();
        assertThat(session.out()).isEqualTo(asked());
    }

    @Test
    void quiet_shows_no_progress() {
        assertThat(train("--quiet")).isZero();
        assertThat(session.err()).isEmpty();
    }

    @Test
    void without_photographs_held_back_the_accuracy_is_said_to_be_unknown() {
        assertThat(train("--held-back", "0")).isZero();
        assertThat(session.err()).contains("Epoch 2 of 2: loss 0.750, accuracy while learning 50.00 %, 61.2 s");
        assertThat(session.out()).contains("Accuracy    not known: no photograph was held back (--held-back)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --model frutnet       | model frutnet: cannot be trained; did you mean 'fruitnet'?; can be: fruitnet
            --model mobilenet_v2  | model mobilenet_v2: cannot be trained; can be: fruitnet
            --epochs many         | invalid value for option '--epochs': 'many' is not an int; see 'fruits train --help'
            --resume --overwrite  | --resume, --overwrite are mutually exclusive (specify only one); see 'fruits train --help'
            --epoch 5             | unknown options: '--epoch', '5'; did you mean --epochs
            """)
    void a_wrong_option_is_one_line_and_exit_code_2(String options, String message) {
        assertThat(train(options.split(" +"))).isEqualTo(2);
        assertThat(session.err()).startsWith("fruits: " + message).hasLineCount(1);
        assertThat(session.out()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void photographs_and_an_out_folder_must_be_given() {
        assertThat(session.fruits("train")).isEqualTo(2);
        assertThat(session.err()).contains("missing required options: '--train=DIR|URL', '--out=DIR'");
    }

    @Test
    void a_full_disk_is_exit_code_1() {
        assertThat(trainOn(FakeImages.FULL_DISK)).isEqualTo(1);
        assertThat(session.err()).contains("the disk is full; free space or choose another --out");
    }

    @Test
    void help_names_the_defaults_and_the_download() {
        assertThat(session.fruits("train", "--help")).isZero();
        assertThat(session.out()).contains("112 MB", "Default: 30", "Default: 64", "Default: 42", "--resume");
    }
}
