package dev.fruits.aws;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.InstanceProfileRegionProvider;

/**
 * The region that a machine is set up for, where the AWS command line looks: two variables (the SDK knows the first
 * alone), then the profile. A system property of the SDK stands between them.
 */
public final class UsualRegion {
    private static final List<String> VARIABLES = List.of("AWS_REGION", "AWS_DEFAULT_REGION");
    private static final String PROPERTY = "aws.region";
    private static final String NO_METADATA = "AWS_EC2_METADATA_DISABLED";

    private UsualRegion() {}

    /** As {@link #said}, else that of the EC2 machine that this is; asking elsewhere than on one takes seconds. */
    public static Optional<String> of(Map<String, String> environment) {
        return said(environment)
                .or(() -> value(environment, NO_METADATA)
                                .filter("true"::equalsIgnoreCase)
                                .isPresent()
                        ? Optional.empty()
                        : ofMachine());
    }

    /**
     * What variables, system properties and files say.
     *
     * @param environment variables
     */
    public static Optional<String> said(Map<String, String> environment) {
        return VARIABLES.stream()
                .flatMap(name -> value(environment, name).stream())
                .findFirst()
                .or(() -> property(PROPERTY))
                .or(() -> ofProfile(environment));
    }

    private static Optional<String> ofMachine() {
        try {
            return Optional.ofNullable(new InstanceProfileRegionProvider().getRegion())
                    .map(Region::id);
        } catch (SdkClientException e) { // it is none, or may not be asked
            return Optional.empty();
        }
    }

    private static Optional<String> ofProfile(Map<String, String> environment) {
        String name = property("aws.profile")
                .or(() -> value(environment, "AWS_PROFILE"))
                .orElse("default");
        return Stream.of(
                        file(environment, "aws.configFile", "AWS_CONFIG_FILE", "config")
                                .flatMap(file -> profile(file, ProfileFile.Type.CONFIGURATION, name)),
                        file(environment, "aws.sharedCredentialsFile", "AWS_SHARED_CREDENTIALS_FILE", "credentials")
                                .flatMap(file -> profile(file, ProfileFile.Type.CREDENTIALS, name)))
                .flatMap(Optional::stream)
                .flatMap(profile -> profile.property(ProfileProperty.REGION).stream())
                .findFirst();
    }

    private static Optional<Path> file(Map<String, String> environment, String property, String variable, String name) {
        return property(property)
                .or(() -> value(environment, variable))
                .map(Path::of)
                .or(() -> value(environment, "HOME")
                        .or(() -> value(environment, "USERPROFILE"))
                        .map(home -> Path.of(home, ".aws", name)))
                .filter(Files::isRegularFile);
    }

    private static Optional<Profile> profile(Path file, ProfileFile.Type type, String name) {
        return ProfileFile.builder().content(file).type(type).build().profile(name);
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.of(environment.getOrDefault(name, "")).filter(value -> !value.isBlank());
    }
}
