/** The laptop: local files, the in-process engine, PCA with Commons Math, Parquet on the local disk. */
@NullMarked
package dev.fruits.local;

import org.jspecify.annotations.NullMarked;
