/** Photographs on the disk, and answers as the console gets them. */
@NullMarked
package dev.fruits.cli.predict;

import org.jspecify.annotations.NullMarked;
