package dev.fruits.cli.compose;

import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.core.sink.ExistingResults;
import java.util.Locale;

/** What happens to the results of an earlier run at the same location. */
public enum EarlierRun {
    /** The run is refused. */
    REFUSED,
    /** Their features are reused; the results are replaced once the run is complete. */
    RESUMED,
    /** They are replaced once the run is complete; nothing of them is reused. */
    OVERWRITTEN;

    static EarlierRun of(OptionValues values) {
        if (values.is(RunOptions.RESUME)) {
            return RESUMED;
        }
        return values.is(RunOptions.OVERWRITE) ? OVERWRITTEN : REFUSED;
    }

    ExistingResults existing() {
        return this == REFUSED ? ExistingResults.REFUSE : ExistingResults.REPLACE;
    }

    boolean resumes() {
        return this == RESUMED;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
