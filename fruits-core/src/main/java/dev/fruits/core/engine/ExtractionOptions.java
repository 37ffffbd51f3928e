package dev.fruits.core.engine;

/**
 * How an engine extracts.
 *
 * @param batch images per call of the CNN, 1 to 1,024; 8 to 16 is fastest on a CPU
 * @param earlier features of an earlier run that may be reused
 * @param listener receives the progress
 */
public record ExtractionOptions(int batch, EarlierFeatures earlier, ProgressListener listener) {
    public static final int DEFAULT_BATCH = 16;

    public ExtractionOptions {
        if (batch < 1 || batch > 1024) {
            throw new dev.fruits.core.WrongUseException("batch " + batch + ": must be 1 to 1024; 8 to 16 is fastest");
        }
    }

    public static ExtractionOptions defaults() {
        return new ExtractionOptions(DEFAULT_BATCH, EarlierFeatures.NONE, ProgressListener.SILENT);
    }
}
