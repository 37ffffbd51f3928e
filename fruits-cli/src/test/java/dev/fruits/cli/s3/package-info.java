/** The command line and the adapters together, on a server that speaks S3. */
@NullMarked
package dev.fruits.cli.s3;

import org.jspecify.annotations.NullMarked;
