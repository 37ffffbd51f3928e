package dev.fruits.core.sink;

import java.io.Serializable;

/**
 * Proof of one finished part, from the worker that wrote it to the driver that commits it.
 *
 * @param dataset name of the table
 * @param partition from 0
 * @param attempt number of the try of the partition
 * @param rows how many rows the part holds
 * @param token the store's name for the part until it is published
 */
public record WriteReceipt(String dataset, int partition, long attempt, long rows, String token)
        implements Serializable {}
