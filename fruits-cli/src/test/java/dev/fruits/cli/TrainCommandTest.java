package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
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
        List<String> args = new ArrayList<>(List.of("train", "--train", "fake://images/6"));
        args.addAll(List.of("--out", folder.resolve("out").toString()));
        args.addAll(List.of(more));
        return session.fruits(args.toArray(String[]::new));
    }

    @Test
    void without_the_trainer_on_the_class_path_the_message_names_the_way_to_it() {
        assertThatThrownBy(() -> TrainCommand.requireTrainer(ClassLoader.getPlatformClassLoader()))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("training: fruits-train is not on the class path; start it with ./fruits train from a"
                        + " checkout, or add fruits-train with PyTorch's natives (docs/fruitnet.md)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --model frutnet       | model frutnet: cannot be trained; did you mean 'fruitnet'?; available: fruitnet
            --model mobilenet_v2  | model mobilenet_v2: cannot be trained; available: fruitnet
            --epochs 0            | epochs 0: must be at least 1
            --epochs many         | epochs many: must be a whole number
            --resume --overwrite  | overwrite: excludes --resume; give one of them
            --epoch 5             | unknown options: '--epoch', '5'; did you mean --epochs
            """)
    void a_wrong_option_is_one_line_and_exit_code_2(String options, String message) {
        assertThat(train(options.split(" +"))).isEqualTo(2);
        assertThat(session.err()).startsWith("fruits: " + message).hasLineCount(1);
        assertThat(session.out()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void images_and_an_out_folder_must_be_given() {
        assertThat(session.fruits("train")).isEqualTo(2);
        assertThat(session.err()).contains("missing required options: '--train=DIR|URL', '--out=DIR'");
    }

    @Test
    void help_names_the_defaults_and_the_download() {
        assertThat(session.fruits("train", "--help")).isZero();
        assertThat(session.out())
                .contains("downloads it (112", "Default: 30", "Default: 64", "Default: 42", "--resume");
    }
}
