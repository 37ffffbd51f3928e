package dev.fruits.aws.s3;

/** What a request does, by the name of the permission that it needs. */
enum S3Action {
    LIST("s3:ListBucket"),
    GET("s3:GetObject"),
    HEAD("s3:GetObject"),
    PUT("s3:PutObject"),
    DELETE("s3:DeleteObject"),
    ABORT("s3:AbortMultipartUpload");

    private final String permission;

    S3Action(String permission) {
        this.permission = permission;
    }

    String permission() {
        return permission;
    }

    boolean isReading() {
        return this == LIST || this == GET || this == HEAD;
    }
}
