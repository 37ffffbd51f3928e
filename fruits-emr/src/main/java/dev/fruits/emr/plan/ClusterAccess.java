package dev.fruits.emr.plan;

import dev.fruits.core.WrongUseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * On whose authority a cluster acts, and inside which walls. Names, never keys.
 *
 * @param serviceRole role of the cloud's service, which makes and ends machines
 * @param instanceProfile role of the machines, which reads images and writes results
 * @param securityConfiguration name of the encryption settings; null for none
 * @param subnet id of the network part to start in; null for the account's default
 * @param kmsKey ARN of the key that encrypts results, logs and disks; null for the store's own keys
 */
public record ClusterAccess(
        String serviceRole,
        String instanceProfile,
        @Nullable String securityConfiguration,
        @Nullable String subnet,
        @Nullable String kmsKey) {
    private static final Pattern KEY = Pattern.compile("arn:[a-z-]+:kms:[a-z0-9-]+:\\d{12}:key/\\S+");

    /**
     * Checks the key: roles name keys by ARN alone, not by id or alias.
     *
     * @throws WrongUseException if it is no ARN of a key
     */
    public ClusterAccess {
        if (kmsKey != null && !KEY.matcher(kmsKey).matches()) {
            throw new WrongUseException("kms-key " + kmsKey + ": the roles of a cluster name keys by ARN; give"
                    + " arn:aws:kms:REGION:ACCOUNT:key/ID, which aws kms describe-key --key-id KEY tells");
        }
    }

    public Optional<String> security() {
        return Optional.ofNullable(securityConfiguration);
    }

    public Optional<String> network() {
        return Optional.ofNullable(subnet);
    }

    public Optional<String> key() {
        return Optional.ofNullable(kmsKey);
    }
}
