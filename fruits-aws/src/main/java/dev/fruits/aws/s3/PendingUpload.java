package dev.fruits.aws.s3;

/**
 * A multipart upload that was begun and neither completed nor given up: nobody sees it, and it is paid for.
 *
 * @param name of the object that it becomes
 * @param id the store's own
 */
record PendingUpload(String name, String id) {}
