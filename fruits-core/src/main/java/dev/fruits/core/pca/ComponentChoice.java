package dev.fruits.core.pca;

import dev.fruits.core.WrongUseException;
import java.io.Serializable;
import java.util.Locale;

/** How many principal components are kept. */
public sealed interface ComponentChoice extends Serializable {
    /** Exactly {@code k}, at least 1. */
    static ComponentChoice components(int k) {
        return new Components(k);
    }

    /** The fewest that explain at least {@code share} of the variance, 0 exclusive to 1 inclusive. */
    static ComponentChoice variance(double share) {
        return new VarianceShare(share);
    }

    /**
     * Decides once the spectrum is known.
     *
     * @param spectrum of the fitted data
     * @return how many components are kept, 1 to the spectrum's rank
     * @throws WrongUseException if the data do not span as many
     */
    int keptOf(ExplainedVariance spectrum);

    /**
     * What can be known before the work: refuses what no data of this shape can give.
     *
     * @param images how many rows there will be at most
     * @param dimension length of a feature vector
     * @throws WrongUseException with the largest possible number
     */
    void requirePossible(long images, int dimension);

    /** A fixed number of components. */
    record Components(int k) implements ComponentChoice {
        public Components {
            if (k < 1) {
                throw new WrongUseException("pca " + k + ": must be at least 1");
            }
        }

        @Override
        public int keptOf(ExplainedVariance spectrum) {
            return requireRank(spectrum.rank());
        }

        private int requireRank(int rank) {
            if (k > rank) {
                throw new WrongUseException("pca " + k + ": these images span only " + rank + " components; "
                        + (rank == 0 ? "give images that differ" : "pass --pca " + rank + " or less, or --variance"));
            }
            return k;
        }

        @Override
        public void requirePossible(long images, int dimension) {
            if (k > dimension) {
                throw new WrongUseException("pca " + k + ": the model has " + dimension + " features; pass --pca "
                        + dimension + " or less");
            }
            long most = images - 1; // the mean takes one away
            if (most > 0 && k > most) {
                throw new WrongUseException("pca " + k + ": " + images + " images span at most " + most
                        + " components; pass --pca " + most + " or less, or --variance");
            }
            requireRank((int) Math.min(Math.max(0, most), dimension));
        }

        @Override
        public String toString() {
            return "pca " + k;
        }
    }

    /** A share of the total variance. */
    record VarianceShare(double share) implements ComponentChoice {
        public VarianceShare {
            if (!(share > 0 && share <= 1)) {
                throw new WrongUseException(String.format(
                        Locale.ROOT, "variance %s: must be above 0 and at most 1; 0.95 keeps 95 %%", share));
            }
        }

        @Override
        public int keptOf(ExplainedVariance spectrum) {
            requireRank(spectrum.rank());
            return spectrum.componentsFor(share);
        }

        private static void requireRank(int rank) {
            if (rank == 0) {
                throw new WrongUseException("variance: these images do not vary at all; give at least two that differ");
            }
        }

        @Override
        public void requirePossible(long images, int dimension) {
            requireRank((int) Math.min(Math.max(0, images - 1), dimension));
        }

        @Override
        public String toString() {
            return "variance " + share;
        }
    }
}
