/** A server that speaks S3, in a process of its own. */
@NullMarked
package dev.fruits.aws.server;

import org.jspecify.annotations.NullMarked;
