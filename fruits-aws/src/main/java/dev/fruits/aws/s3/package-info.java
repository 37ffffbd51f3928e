/** Images and results on S3. */
@NullMarked
package dev.fruits.aws.s3;

import org.jspecify.annotations.NullMarked;
