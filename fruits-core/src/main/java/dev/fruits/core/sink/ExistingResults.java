package dev.fruits.core.sink;

/** What to do with an earlier run's results at the same place. */
public enum ExistingResults {
    /** Refuse to run. */
    REFUSE,
    /** Replace them when the new run is complete, not before. */
    REPLACE
}
