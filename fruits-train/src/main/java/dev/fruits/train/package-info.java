/** Trains a small CNN from scratch and writes it as ONNX: {@link dev.fruits.train.FruitnetTrainer} is the entry. */
@NullMarked
package dev.fruits.train;

import org.jspecify.annotations.NullMarked;
