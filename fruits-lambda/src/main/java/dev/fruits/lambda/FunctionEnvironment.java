package dev.fruits.lambda;

import dev.fruits.core.spi.ModelProvider;
import dev.fruits.djl.DjlModelProvider;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the function uses: variables, objects, models, a clock and a log.
 *
 * @param variables the environment variables
 * @param objects images, and the classifier if it is on S3
 * @param models CNNs by name
 * @param clock for durations
 * @param log takes lines
 */
record FunctionEnvironment(
        Map<String, String> variables,
        ObjectStore objects,
        ModelProvider models,
        InstantSource clock,
        Consumer<String> log) {
    static FunctionEnvironment ofLambda() {
        System.Logger logger = System.getLogger(PredictHandler.class.getName());
        return new FunctionEnvironment(
                System.getenv(),
                S3ObjectStore.ofEnvironment(),
                new DjlModelProvider(),
                InstantSource.system(),
                line -> logger.log(System.Logger.Level.INFO, line));
    }
}
