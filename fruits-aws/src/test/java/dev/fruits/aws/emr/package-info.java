@NullMarked
package dev.fruits.aws.emr;

import org.jspecify.annotations.NullMarked;
