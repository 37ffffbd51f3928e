/** Tests of images and results on S3, against a server that speaks it. */
@NullMarked
package dev.fruits.aws.s3;

import org.jspecify.annotations.NullMarked;
