package dev.fruits.core.feature;

import java.io.Serializable;

/**
 * A file that the sessions of an extractor read.
 *
 * @param path absolute, of the local file system
 * @param sha256 of its bytes, 64 hexadecimal digits in lower case
 */
public record ModelFile(String path, String sha256) implements Serializable {}
