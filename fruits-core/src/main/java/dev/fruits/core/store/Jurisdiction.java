package dev.fruits.core.store;

/** Whose law holds where data are. */
public enum Jurisdiction {
    /** A member state of the European Union. */
    EU,
    /** A country whose protection of data the European Commission holds adequate. */
    EU_ADEQUATE,
    /** Another one. */
    ELSEWHERE,
    /** It is unknown. */
    UNKNOWN
}
