/** CNN features by DJL on ONNX Runtime: models with their cards, sessions on one shared model. */
@NullMarked
package dev.fruits.djl;

import org.jspecify.annotations.NullMarked;
