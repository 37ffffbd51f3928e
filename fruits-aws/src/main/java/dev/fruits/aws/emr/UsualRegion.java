package dev.fruits.aws.emr;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/** The region that a machine is set up for, where the AWS command line looks: two variables, then the profile. */
final class UsualRegion {
    private static final List<String> VARIABLES = List.of("AWS_REGION", "AWS_DEFAULT_REGION");

    private UsualRegion() {}

    static Optional<String> of(Map<String, String> environment) {
        return VARIABLES.stream()
                .flatMap(name -> value(environment, name).stream())
                .findFirst()
                .or(() -> ofProfile(environment));
    }

    private static Optional<String> ofProfile(Map<String, String> environment) {
        Optional<Path> file = value(environment, "AWS_CONFIG_FILE")
                .map(Path::of)
                .or(() -> value(environment, "HOME")
                        .or(() -> value(environment, "USERPROFILE"))
                        .map(home -> Path.of(home, ".aws", "config")));
        String name = value(environment, "AWS_PROFILE").orElse("default");
        return file.filter(Files::isRegularFile)
                .flatMap(there -> profile(there, name))
                .flatMap(profile -> profile.property(ProfileProperty.REGION));
    }

    private static Optional<Profile> profile(Path file, String name) {
        return ProfileFile.builder()
                .content(file)
                .type(ProfileFile.Type.CONFIGURATION)
                .build()
                .profile(name);
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.of(environment.getOrDefault(name, "")).filter(value -> !value.isBlank());
    }
}
