package dev.fruits.lambda;

import dev.fruits.aws.s3.S3Location;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.json.JsonFields;
import dev.fruits.core.predict.InputImage;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An image in an event of S3.
 *
 * @param name bucket and key
 * @param bytes its size; 0 if the event does not contain it
 */
record StoredImage(S3Location name, long bytes) {
    private static final String RECORDS = "Records";

    /** True for an event that has records. */
    static boolean areIn(Map<String, Object> event) {
        return event.containsKey(RECORDS);
    }

    /**
     * All images of an S3 event, in its order.
     *
     * @throws WrongUseException if it is not one
     */
    static List<StoredImage> of(Map<String, Object> event) {
        try {
            List<StoredImage> images = new ArrayList<>();
            for (Object item : new JsonFields("event", event).list(RECORDS)) {
                images.add(of(new JsonFields(RECORDS, Map.of("record", item)).object("record")));
            }
            return images;
        } catch (JsonException | IllegalArgumentException e) {
            throw new WrongUseException(
                    "event is none of S3's (" + e.getMessage() + "); let only s3:ObjectCreated:* start this function",
                    e);
        }
    }

    /** Keys come as a form encodes them: a space as {@code +}, all else beyond ASCII and {@code +} itself in percents. */
    private static StoredImage of(JsonFields record) {
        JsonFields s3 = record.object("s3");
        JsonFields object = s3.object("object");
        String key = URLDecoder.decode(object.string("key"), StandardCharsets.UTF_8);
        S3Location name = new S3Location(s3.object("bucket").string("name"), key);
        if (name.bucket().isEmpty() || key.isEmpty()) {
            throw new WrongUseException(name + ": has no bucket or no key; give s3://bucket/key");
        }
        return new StoredImage(name, object.has("size") ? object.integer("size") : 0);
    }

    InputImage read(ObjectStore objects) throws IOException {
        return bytes > ImageReader.MAX_BYTES
                ? InputImage.tooLarge(name.toString())
                : InputImage.of(name.toString(), objects.read(name, ImageReader.MAX_BYTES + 1));
    }
}
