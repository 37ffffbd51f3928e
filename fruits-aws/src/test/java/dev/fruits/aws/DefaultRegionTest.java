package dev.fruits.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultRegionTest {
    @TempDir
    Path home;

    @BeforeEach
    void profiles() throws IOException {
        Files.createDirectory(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), """
                [default]
                region = eu-west-1
                [profile season]
                region = eu-north-1
                [profile empty]
                output = json
                """);
    }

    @Test
    void a_variable_goes_before_the_profile() {
        assertThat(DefaultRegion.configured(Map.of("HOME", home.toString(), "AWS_DEFAULT_REGION", "eu-west-3")))
                .contains("eu-west-3");
        assertThat(DefaultRegion.configured(Map.of("AWS_DEFAULT_REGION", "eu-west-3", "AWS_REGION", "eu-south-1")))
                .contains("eu-south-1");
    }

    @Test
    void the_profile_is_the_default_one_or_the_one_that_is_named() {
        assertThat(DefaultRegion.configured(Map.of("HOME", home.toString()))).contains("eu-west-1");
        assertThat(DefaultRegion.configured(Map.of("USERPROFILE", home.toString(), "AWS_PROFILE", "season")))
                .contains("eu-north-1");
        assertThat(DefaultRegion.configured(
                        Map.of("AWS_CONFIG_FILE", home.resolve(".aws/config").toString(), "AWS_PROFILE", "season")))
                .contains("eu-north-1");
    }

    @Test
    void a_system_property_stands_between_variables_and_profile() {
        System.setProperty("aws.region", "eu-central-1");
        try {
            assertThat(DefaultRegion.configured(Map.of("HOME", home.toString())))
                    .contains("eu-central-1");
            assertThat(DefaultRegion.configured(Map.of("AWS_DEFAULT_REGION", "eu-west-3")))
                    .contains("eu-west-3");
        } finally {
            System.clearProperty("aws.region");
        }
    }

    @Test
    void a_profile_of_the_file_of_credentials_may_name_it_too() throws IOException {
        Files.writeString(home.resolve(".aws/credentials"), "[night]\nregion = eu-south-2\n");

        assertThat(DefaultRegion.configured(Map.of("HOME", home.toString(), "AWS_PROFILE", "night")))
                .contains("eu-south-2");
    }

    @Test
    void the_machine_is_not_asked_where_that_is_forbidden() {
        assertThat(DefaultRegion.of(Map.of("AWS_EC2_METADATA_DISABLED", "true")))
                .isEmpty();
    }

    @Test
    void nothing_is_named_where_nothing_says_so() {
        assertThat(DefaultRegion.configured(Map.of())).isEmpty();
        assertThat(DefaultRegion.configured(Map.of("HOME", home.toString(), "AWS_PROFILE", "empty")))
                .isEmpty();
        assertThat(DefaultRegion.configured(Map.of("HOME", home.toString(), "AWS_PROFILE", "none")))
                .isEmpty();
        assertThat(DefaultRegion.configured(
                        Map.of("HOME", home.resolve("nobody").toString())))
                .isEmpty();
    }
}
