/** What S3 and EMR have in common. */
@NullMarked
package dev.fruits.aws;

import org.jspecify.annotations.NullMarked;
