package dev.fruits.emr.plan;

import dev.fruits.core.WrongUseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Roles and network of a cluster, by name.
 *
 * @param serviceRole role of EMR, which creates and terminates machines
 * @param instanceProfile role of the machines, which read images and write results
 * @param securityConfiguration name of the encryption settings; null for none
 * @param subnet id; null for the account's default
 * @param kmsKey ARN of the key that encrypts results, logs and disks; null for the store's own keys
 */
public record ClusterAccess(
        String serviceRole,
        String instanceProfile,
        @Nullable String securityConfiguration,
        @Nullable String subnet,
        @Nullable String kmsKey) {
    private static final Pattern KEY = Pattern.compile("arn:[a-z-]+:kms:[a-z0-9-]+:\\d{12}:key/\\S+");

    /** @throws WrongUseException if the key is not an ARN: roles name keys neither by id nor by alias */
    public ClusterAccess {
        if (kmsKey != null && !KEY.matcher(kmsKey).matches()) {
            throw new WrongUseException("kms-key " + kmsKey + ": the roles of a cluster name keys by ARN; give"
                    + " arn:aws:kms:REGION:ACCOUNT:key/ID, which aws kms describe-key --key-id KEY tells");
        }
    }
}
