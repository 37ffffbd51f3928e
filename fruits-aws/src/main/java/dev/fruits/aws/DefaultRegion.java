package dev.fruits.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.InstanceProfileRegionProvider;

/**
 * The default region of a machine, found where the AWS command line finds it: two variables (the SDK reads the first
 * alone), then the profile. A system property of the SDK comes between them.
 */
public final class DefaultRegion {
    private static final List<String> VARIABLES = List.of("AWS_REGION", "AWS_DEFAULT_REGION");

    private DefaultRegion() {}

    /** As {@link #configured}, else the region of the EC2 machine that this is; asking takes seconds elsewhere. */
    public static Optional<String> of(Map<String, String> environment) {
        boolean isOff = AwsProfile.variable(environment, "AWS_EC2_METADATA_DISABLED")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        return configured(environment).or(() -> isOff ? Optional.empty() : ofMachine());
    }

    /** What variables, system properties and files say. */
    public static Optional<String> configured(Map<String, String> environment) {
        return VARIABLES.stream()
                .flatMap(name -> AwsProfile.variable(environment, name).stream())
                .findFirst()
                .or(() -> AwsProfile.property("aws.region"))
                .or(() -> AwsProfile.current(environment).setting(ProfileProperty.REGION));
    }

    private static Optional<String> ofMachine() {
        try {
            return Optional.ofNullable(new InstanceProfileRegionProvider().getRegion())
                    .map(Region::id);
        } catch (SdkClientException e) { // it is none, or may not be asked
            return Optional.empty();
        }
    }
}
