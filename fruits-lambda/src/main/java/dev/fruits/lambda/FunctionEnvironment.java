package dev.fruits.lambda;

import dev.fruits.aws.s3.S3Objects;
import dev.fruits.core.spi.ModelProvider;
import dev.fruits.djl.DjlModelProvider;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What the function uses.
 *
 * @param objects images, and the classifier if it is on S3
 * @param clock for durations
 */
record FunctionEnvironment(
        Map<String, String> variables,
        ObjectStore objects,
        ModelProvider models,
        InstantSource clock,
        Consumer<String> log) {
    /** Of S3: region, credentials, endpoint and HTTP client as the environment and the package tell the SDK. */
    static FunctionEnvironment ofLambda() {
        System.Logger logger = System.getLogger(PredictHandler.class.getName());
        return new FunctionEnvironment(
                System.getenv(),
                new S3ObjectStore(S3Objects.over(S3Client::create)),
                new DjlModelProvider(),
                InstantSource.system(),
                line -> logger.log(System.Logger.Level.INFO, line));
    }
}
