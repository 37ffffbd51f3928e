package dev.fruits.aws.s3;

import dev.fruits.core.image.Location;

/** A multipart upload that is neither completed nor aborted: nobody sees it, and it is billed. */
record PendingUpload(Location object, String id) {}
