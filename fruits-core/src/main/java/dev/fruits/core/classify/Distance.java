package dev.fruits.core.classify;

/** How far two feature vectors are apart. */
public enum Distance {
    /** 1 − a · b / (|a| |b|), 0 to 2; 1 where a vector is all zeros. Overall strength does not count. */
    COSINE {
        @Override
        double between(float[] a, float[] b) {
            double lengths = Math.sqrt(dot(a, a) * dot(b, b));
            return lengths == 0 ? 1 : Math.max(0, 1 - dot(a, b) / lengths);
        }

        /** Cosines fall where distances rise, and those of unit vectors are their products. */
        @Override
        float[] prepared(float[] vector) {
            double length = Math.sqrt(dot(vector, vector));
            float[] unit = new float[vector.length];
            for (int i = 0; i < unit.length; i++) {
                unit[i] = length == 0 ? 0 : (float) (vector[i] / length);
            }
            return unit;
        }

        @Override
        double penalty(float[] prepared) {
            return 0;
        }
    },
    /** |a − b|. */
    EUCLIDEAN {
        @Override
        double between(float[] a, float[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                double difference = (double) a[i] - b[i];
                sum += difference * difference;
            }
            return Math.sqrt(sum);
        }

        @Override
        float[] prepared(float[] vector) {
            return vector;
        }

        /** |a − b|² = |a|² − 2 (a · b − |b|² / 2): a · b − |b|² / 2 falls where distances to a rise. */
        @Override
        double penalty(float[] prepared) {
            return dot(prepared, prepared) / 2;
        }
    };

    /** The distance, in double. */
    abstract double between(float[] a, float[] b);

    /** What products are made of, so that {@code a · b − penalty(b)} falls where the distance of b to a rises. */
    abstract float[] prepared(float[] vector);

    abstract double penalty(float[] prepared);

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
