package dev.fruits.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a command sees of the world.
 *
 * @param out for results
 * @param err for progress and errors
 * @param terminal whether {@code err} is a terminal
 * @param clock tells the time
 * @param environment variables
 */
record Surroundings(
        PrintWriter out, PrintWriter err, boolean terminal, InstantSource clock, Map<String, String> environment) {}
