@NullMarked
package dev.fruits.cli.emr;

import org.jspecify.annotations.NullMarked;
