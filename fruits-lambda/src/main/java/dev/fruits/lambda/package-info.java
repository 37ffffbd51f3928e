/** The pipeline's answer to one photograph as a function of AWS Lambda. */
@NullMarked
package dev.fruits.lambda;

import org.jspecify.annotations.NullMarked;
