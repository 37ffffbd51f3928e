package dev.fruits.core.feature;

import java.io.Serializable;
import java.util.Arrays;

/** The features of one image, or its components after a projection. Immutable. */
public final class FeatureVector implements Serializable {
    private static final long serialVersionUID = 1L;

    private final float[] values;

    private FeatureVector(float[] values) {
        this.values = values;
    }

    /** Copies {@code values}. */
    public static FeatureVector of(float... values) {
        return new FeatureVector(values.clone());
    }

    /** Takes {@code length} values of {@code source} from {@code offset}; copies them. */
    public static FeatureVector of(float[] source, int offset, int length) {
        return new FeatureVector(Arrays.copyOfRange(source, offset, offset + length));
    }

    public int dimension() {
        return values.length;
    }

    public float get(int index) {
        return values[index];
    }

    public float[] toArray() {
        return values.clone();
    }

    /** Writes all values to {@code target} from {@code offset}. */
    public void copyInto(float[] target, int offset) {
        System.arraycopy(values, 0, target, offset, values.length);
    }

    /** Writes {@code this − origin} to {@code target} from {@code offset}, in double. */
    public void centredInto(double[] target, int offset, double[] origin) {
        for (int i = 0; i < values.length; i++) {
            target[offset + i] = values[i] - origin[i];
        }
    }

    /** Adds all values to {@code sums}, in double. */
    public void addTo(double[] sums) {
        for (int i = 0; i < values.length; i++) {
            sums[i] += values[i];
        }
    }

    /** False if a value is NaN or infinite. */
    public boolean isFinite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureVector vector && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "FeatureVector[" + values.length + "]";
    }
}
