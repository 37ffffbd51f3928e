package dev.fruits.lambda;

import dev.fruits.core.spi.ModelProvider;
import dev.fruits.djl.DjlModelProvider;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the function finds around it.
 *
 * @param environment its variables
 * @param objects photographs, and the classifier where it lies on S3
 * @param models CNNs by name
 * @param clock for durations
 * @param log takes lines
 */
record Surroundings(
        Map<String, String> environment,
        ObjectStore objects,
        ModelProvider models,
        InstantSource clock,
        Consumer<String> log) {
    static Surroundings ofLambda() {
        System.Logger logger = System.getLogger(PredictHandler.class.getName());
        return new Surroundings(
                System.getenv(),
                S3ObjectStore.ofEnvironment(),
                new DjlModelProvider(),
                InstantSource.system(),
                line -> logger.log(System.Logger.Level.INFO, line));
    }
}
