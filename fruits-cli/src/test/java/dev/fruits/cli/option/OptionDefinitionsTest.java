package dev.fruits.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One definition of an option is enough: a new one is in the pipeline file and the manifest, too. */
class OptionDefinitionsTest {
    private static List<CommandOption<?>> constants(Class<?> type) throws IllegalAccessException {
        List<CommandOption<?>> constants = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (field.getType() == CommandOption.class) {
                constants.add((CommandOption<?>) field.get(null));
            }
        }
        return constants;
    }

    @Test
    void every_option_with_a_key_is_part_of_the_pipeline_file_and_no_other() throws IllegalAccessException {
        List<CommandOption<?>> all = constants(RunOptions.class);
        all.addAll(constants(StoreOptions.class));
        assertThat(all).hasSizeGreaterThan(20);
        assertThat(all.stream().filter(option -> option.key() != null)).containsExactlyElementsOf(RunOptions.PIPELINE);
    }

    @Test
    void names_and_keys_are_different() {
        assertThat(RunOptions.PIPELINE).extracting(CommandOption::name).doesNotHaveDuplicates();
        assertThat(RunOptions.PIPELINE).extracting(CommandOption::key).doesNotHaveDuplicates();
    }

    @Test
    void an_option_is_read_alike_from_the_command_line_and_from_the_file() {
        OptionValues values = OptionValues.NONE
                .read(RunOptions.PCA, "pca", "7")
                .read(RunOptions.IMAGES, "images", "~/photos")
                .read(StoreOptions.PATH_STYLE, "path-style", "true");
        assertThat(values.get(RunOptions.PCA)).isEqualTo(7);
        assertThat(values.get(RunOptions.VARIANCE)).isNull();
        assertThat(values.get(RunOptions.IMAGES)).isEqualTo(System.getProperty("user.home") + "/photos");
        assertThat(values.is(StoreOptions.PATH_STYLE)).isTrue();
    }

    @Test
    void the_manifest_records_every_option_of_a_pipeline_by_its_slot() {
        OptionValues values = OptionValues.NONE
                .with(RunOptions.PCA, 5)
                .with(RunOptions.SEED, 9L)
                .with(StoreOptions.PATH_STYLE, true)
                .withDefaults(RunOptions.PIPELINE);
        assertThat(values.recorded(RunOptions.PIPELINE))
                .containsEntry("components", "pca 5")
                .containsEntry("seed", "9")
                .containsEntry("batch", "16")
                .containsEntry("path-style", "true")
                .containsEntry("residency", "any");
    }
}
