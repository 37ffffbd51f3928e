package dev.fruits.emr.plan;

/**
 * What there is to do.
 *
 * @param images how many
 * @param bytes of all of them, encoded
 */
public record Workload(long images, long bytes) {
    public Workload {
        if (images < 0 || bytes < 0) {
            throw new IllegalArgumentException(images + " images of " + bytes + " bytes");
        }
    }
}
