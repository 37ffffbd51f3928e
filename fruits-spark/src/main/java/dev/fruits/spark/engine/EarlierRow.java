package dev.fruits.spark.engine;

import dev.fruits.core.feature.FeatureRow;
import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;

/**
 * Where a row of an earlier run lies.
 *
 * @param block many rows, on their way to whoever asks
 * @param index of the row in it
 */
record EarlierRow(Broadcast<FeatureBlock> block, int index) implements Serializable {
    FeatureRow row() {
        return block.value().row(index);
    }
}
