package dev.fruits.cli.compose;

import dev.fruits.core.spi.ExistingResults;
import java.util.Locale;

/** What happens to an earlier run's results at the same place. */
public enum EarlierRun {
    /** They make the run wrong use. */
    REFUSED(ExistingResults.REFUSE),
    /** Their features are used again; the results are replaced when the run is complete. */
    RESUMED(ExistingResults.REPLACE),
    /** They are replaced when the run is complete; nothing of them is used. */
    OVERWRITTEN(ExistingResults.REPLACE);

    private final ExistingResults existing;

    EarlierRun(ExistingResults existing) {
        this.existing = existing;
    }

    ExistingResults existing() {
        return existing;
    }

    boolean resumes() {
        return this == RESUMED;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
