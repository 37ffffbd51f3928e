/** Prediction of single images as a function of AWS Lambda. */
@NullMarked
package dev.fruits.lambda;

import org.jspecify.annotations.NullMarked;
