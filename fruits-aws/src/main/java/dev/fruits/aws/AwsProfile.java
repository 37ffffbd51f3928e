package dev.fruits.aws;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * The profile that the AWS command line and the SDK use on this machine.
 *
 * @param name as {@code AWS_PROFILE} gives it
 * @param isNamed whether it was given; {@code default} otherwise
 * @param found the profile, its settings from the configuration file first, then from the credentials file
 * @param file the configuration file, for messages
 */
record AwsProfile(String name, boolean isNamed, Optional<Profile> found, Path file) {
    private static final String NONE = "no AWS credentials on this machine; set AWS_PROFILE or AWS_ACCESS_KEY_ID and"
            + " AWS_SECRET_ACCESS_KEY, run 'aws configure', or give the machine a role";

    /** Reads the files again each time. */
    static AwsProfile current(Map<String, String> environment) {
        Optional<String> named = property("aws.profile").or(() -> variable(environment, "AWS_PROFILE"));
        String name = named.orElse("default");
        Path config = file(environment, "aws.configFile", "AWS_CONFIG_FILE", "config");
        Path credentials = file(environment, "aws.sharedCredentialsFile", "AWS_SHARED_CREDENTIALS_FILE", "credentials");
        ProfileFile.Aggregator files = ProfileFile.aggregator();
        add(files, config, ProfileFile.Type.CONFIGURATION);
        add(files, credentials, ProfileFile.Type.CREDENTIALS);
        return new AwsProfile(name, named.isPresent(), files.build().profile(name), config);
    }

    private static void add(ProfileFile.Aggregator files, Path file, ProfileFile.Type type) {
        if (Files.isRegularFile(file)) {
            files.addFile(ProfileFile.builder().content(file).type(type).build());
        }
    }

    Optional<String> setting(String key) {
        return found.flatMap(profile -> profile.property(key));
    }

    /** Why the SDK found no credentials, and the remedy; one line. */
    String whyNoCredentials() {
        if (found.isEmpty()) {
            return isNamed
                    ? "no profile '" + name + "' in " + file
                            + "; correct AWS_PROFILE ('aws configure list-profiles' lists the profiles)"
                    : NONE;
        }
        if (has("sso_session") || has(ProfileProperty.SSO_START_URL)) {
            return "profile '" + name + "' is not signed in, or its session has expired; run 'aws sso login --profile "
                    + name + "'";
        }
        if (has("login_session")) {
            return "profile '" + name + "' signs in with 'aws login', which the AWS SDK for Java does not read; run"
                    + " 'eval \"$(aws configure export-credentials --profile " + name + " --format env)\"' first";
        }
        if (has(ProfileProperty.CREDENTIAL_PROCESS)) {
            return "the credential_process of profile '" + name + "' gives no credentials; run that command to see why";
        }
        Optional<String> source = setting(ProfileProperty.SOURCE_PROFILE).filter(other -> !other.equals(name));
        if (has(ProfileProperty.ROLE_ARN) && source.isPresent()) {
            return "profile '" + name + "' takes its role with profile '" + source.get()
                    + "', which gives no credentials; check it with 'aws sts get-caller-identity --profile "
                    + source.get() + "'";
        }
        return isNamed
                ? "profile '" + name + "' holds no credentials; run 'aws configure --profile " + name + "'"
                : NONE;
    }

    private boolean has(String key) {
        return setting(key).isPresent();
    }

    private static Path file(Map<String, String> environment, String property, String variable, String name) {
        String home = variable(environment, "HOME")
                .or(() -> variable(environment, "USERPROFILE"))
                .orElse("");
        return property(property)
                .or(() -> variable(environment, variable))
                .map(Path::of)
                .orElse(Path.of(home, ".aws", name));
    }

    /** A system property; empty if it is blank. */
    static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }

    /** A variable; empty if it is blank. */
    static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.of(environment.getOrDefault(name, "")).filter(value -> !value.isBlank());
    }
}
