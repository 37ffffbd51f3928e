package dev.fruits.emr.plan;

/** Whether the folder of a run holds a launch record that names its machines. */
public enum Recording {
    RECORDED,
    /** It holds none, or one that names others: the launch was cut short. */
    MISSING,
    /** Nobody looked, or it cannot be read. */
    UNKNOWN
}
