package dev.fruits.emr.plan;

/** The number of images, and the bytes of all of them, encoded. */
public record Workload(long images, long bytes) {
    public Workload {
        if (images < 0 || bytes < 0) {
            throw new IllegalArgumentException(images + " images of " + bytes + " bytes");
        }
    }
}
