package dev.fruits.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.json.Json;
import dev.fruits.core.predict.ImagePrediction;
import dev.fruits.core.predict.InputImage;
import dev.fruits.core.predict.PredictionFields;
import dev.fruits.core.predict.Predictor;
import dev.fruits.core.spi.ModelRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Predicts the label of an image: the one in a request of API Gateway or a function URL, or those that an event of S3
 * names. See {@code docs/lambda.md}.
 *
 * <p>Everything is loaded when the handler is made, so that a snapshot (SnapStart) holds it; calls only predict. Safe
 * for several threads, which wait for each other.
 */
public final class PredictHandler implements RequestStreamHandler {
    /** The CNN that comes with the package. */
    private static final String MODEL = "fruitnet";

    private final FunctionEnvironment environment;
    private final Settings settings;
    private final Predictor predictor;

    /**
     * As Lambda makes it: settings from the environment, objects from S3.
     *
     * @throws WrongUseException if a variable is missing or wrong, or there is no classifier
     * @throws dev.fruits.core.RunFailedException if the CNN does not load
     * @throws IOException if the classifier cannot be read
     */
    public PredictHandler() throws IOException {
        this(FunctionEnvironment.ofLambda());
    }

    PredictHandler(FunctionEnvironment environment) throws IOException {
        this.environment = environment;
        Instant start = environment.clock().instant();
        settings = Settings.of(environment.variables());
        WritableFolders.prepare(environment.variables(), settings.models());
        FittedClassifier classifier = SavedClassifier.load(settings, environment.objects());
        FeatureExtractor cnn = environment.models().open(new ModelRequest(MODEL, settings.models()));
        predictor = Predictor.open(settings.classifier(), classifier, cnn);
        environment.log().accept("loaded classifier " + settings.classifier() + " in " + since(start) + " ms");
    }

    /**
     * Handles one event. A bad image has a result like any other.
     *
     * @throws WrongUseException if the event is neither a request nor one of S3's
     * @throws dev.fruits.core.RunFailedException if the CNN fails
     * @throws IOException if an object cannot be read; one line with bucket, key and request id
     */
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        Instant start = environment.clock().instant();
        Map<String, Object> event = Json.parseObject("event", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        out.write(Json.writeLine(response(event)).getBytes(StandardCharsets.UTF_8));
        environment.log().accept("predicted in " + since(start) + " ms");
    }

    private long since(Instant start) {
        return Duration.between(start, environment.clock().instant()).toMillis();
    }

    private Object response(Map<String, Object> event) throws IOException {
        if (StoredImage.areIn(event)) {
            return predictStored(StoredImage.of(event));
        }
        if (RequestBody.isIn(event)) {
            return predictRequested(event);
        }
        throw new WrongUseException("event " + event.keySet() + ": is neither a request of API Gateway or a function"
                + " URL nor an S3 event; let only these start this function");
    }

    private StoredPredictions predictStored(List<StoredImage> images) throws IOException {
        List<PredictionFields> results = new ArrayList<>();
        for (StoredImage image : images) {
            results.add(PredictionFields.of(predict(image.read(environment.objects())), settings.threshold()));
        }
        return new StoredPredictions("fruits-prediction", 1, results);
    }

    private record StoredPredictions(String format, int version, List<PredictionFields> answers) {}

    private synchronized ImagePrediction predict(InputImage image) {
        return predictor.predict(List.of(image)).get(0);
    }

    private Map<String, Object> predictRequested(Map<String, Object> event) {
        InputImage image = RequestBody.of(event);
        ImagePrediction result = predict(image);
        int failed = image == RequestBody.TOO_LARGE ? 413 : 400;
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("statusCode", result instanceof ImagePrediction.Classified ? 200 : failed);
        response.put("headers", Map.of("content-type", "application/json"));
        response.put("body", Json.writeLine(PredictionFields.of(result, settings.threshold())));
        return response;
    }
}
