@NullMarked
package dev.fruits.cli.cluster;

import org.jspecify.annotations.NullMarked;
