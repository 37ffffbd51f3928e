/** Images in folders of the local file system. */
@NullMarked
package dev.fruits.local.image;

import org.jspecify.annotations.NullMarked;
