@NullMarked
package dev.fruits.aws.s3;

import org.jspecify.annotations.NullMarked;
