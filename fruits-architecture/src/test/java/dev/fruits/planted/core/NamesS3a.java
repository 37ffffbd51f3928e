package dev.fruits.planted.core;

/** Planted: breaks a rule of the architecture. */
public final class NamesS3a {
    public String key() {
        return "fs.s3a.endpoint";
    }
}
