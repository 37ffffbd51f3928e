package dev.fruits.emr.plan;

/** Whether the folder of a run holds a launch record that names its machines. */
public enum RecordState {
    RECORDED,
    /** The run is active and the folder holds no record, or one of other machines: the launch was interrupted. */
    MISSING,
    /** The record was not read or cannot be read, or the run ended and a later launch replaced its record. */
    UNKNOWN
}
