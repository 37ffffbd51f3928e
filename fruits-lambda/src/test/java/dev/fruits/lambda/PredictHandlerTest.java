package dev.fruits.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.DrawnImages;
import dev.fruits.core.json.Json;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.json.JsonFields;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictHandlerTest {
    @TempDir
    static Path folder;

    private static LearnedFruits fruits = new LearnedFruits(Path.of(""), Path.of(""), Path.of(""));

    private final MemoryObjects objects = new MemoryObjects();
    private final CountedModels models = new CountedModels();
    private final List<String> log = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeAll
    static void learn() throws IOException {
        fruits = LearnedFruits.in(folder);
    }

    @BeforeEach
    void settings() {
        environment.put("FRUITS_CLASSIFIER", fruits.classifier().toString());
        environment.put("FRUITS_MODELS", fruits.models().toString());
    }

    private PredictHandler handler() throws IOException {
        InstantSource stopped = InstantSource.fixed(Instant.EPOCH);
        return new PredictHandler(new FunctionEnvironment(environment, objects, models, stopped, log::add));
    }

    @SuppressWarnings("NullAway") // Lambda's context is not looked at
    private static JsonFields answer(PredictHandler handler, String event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).hasLineCount(1);
        return JsonFields.parse("answer", text);
    }

    private static JsonFields body(JsonFields response) {
        assertThat(response.object("headers").string("content-type")).isEqualTo("application/json");
        return JsonFields.parse("body", response.string("body"));
    }

    private static List<JsonFields> answers(JsonFields document) {
        assertThat(document.string("format")).isEqualTo("fruits-prediction");
        assertThat(document.integer("version")).isEqualTo(1);
        return document.list("answers").stream()
                .map(answer -> JsonFields.parse("answer", Json.write(answer)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Apple Red", "Banana", "Kiwi", "Lime"})
    void a_photograph_in_a_request_gets_its_label_and_probabilities(String label) throws IOException {
        PredictHandler handler = handler();
        for (String event :
                List.of(Events.requestV1(fruits.photograph(label)), Events.requestV2(fruits.photograph(label)))) {
            JsonFields response = answer(handler, event);

            assertThat(response.integer("statusCode")).isEqualTo(200);
            assertThat(body(response).string("label")).isEqualTo(label);
            assertThat(body(response).number("probability")).isBetween(0.5, 1.0);
            assertThat(body(response).list("top")).hasSize(3);
        }
    }

    @Test
    void below_the_threshold_of_the_environment_a_fruit_is_not_known() throws IOException {
        environment.put("FRUITS_THRESHOLD", "1");
        JsonFields response = answer(handler(), Events.requestV2(fruits.photograph("Kiwi")));

        assertThat(Json.parseObject("body", response.string("body")))
                .containsEntry("label", "Kiwi")
                .containsEntry("known", false);
    }

    @Test
    void every_bad_image_in_a_request_is_a_400_with_its_reason() throws IOException {
        PredictHandler handler = handler();
        for (Map.Entry<String, byte[]> bad : DrawnImages.badFiles().entrySet()) {
            if (bad.getValue().length > 0) {
                JsonFields response = answer(handler, Events.requestV2(bad.getValue()));

                assertThat(response.integer("statusCode")).as(bad.getKey()).isEqualTo(400);
                assertThat(body(response).string("error")).as(bad.getKey()).startsWith("decode: ");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"body": null, "isBase64Encoded": false}   | 400 | read: no body; send the bytes of a JPEG, PNG, GIF or BMP
            {"requestContext": {}}                     | 400 | read: no body; send the bytes of a JPEG, PNG, GIF or BMP
            {"body": "", "isBase64Encoded": true}      | 400 | read: no body; send the bytes of a JPEG, PNG, GIF or BMP
            {"body": {"a": 1}}                         | 400 | read: no body; send the bytes of a JPEG, PNG, GIF or BMP
            {"body": "hello"}                          | 400 | read: the body came as text; send the image's bytes with content-type image/jpeg, and let API Gateway take that for binary
            {"body": "@@@@", "isBase64Encoded": true}  | 400 | read: the body is no base64
            """)
    void a_body_that_is_none_is_a_400(String event, int status, String reason) throws IOException {
        JsonFields response = answer(handler(), event);

        assertThat(response.integer("statusCode")).isEqualTo(status);
        assertThat(body(response).string("error")).isEqualTo(reason);
    }

    @Test
    void a_body_that_is_too_large_is_a_413_and_the_largest_is_looked_at() throws IOException {
        PredictHandler handler = handler();
        JsonFields large = answer(handler, Events.requestV2(new byte[RequestBody.MAX_BYTES + 1]));
        assertThat(large.integer("statusCode")).isEqualTo(413);
        assertThat(body(large).string("error")).isEqualTo("read: larger than 4 MB; shrink the image");

        JsonFields largest = answer(handler, Events.requestV2(new byte[RequestBody.MAX_BYTES]));
        assertThat(largest.integer("statusCode")).isEqualTo(400);
        assertThat(body(largest).string("error")).startsWith("decode: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain.jpg                        | plain.jpg
            in/my+photos/a+b.jpg             | in/my photos/a b.jpg
            a%2Bb.jpg                        | a+b.jpg
            100%25+sure.jpg                  | 100% sure.jpg
            %25E2%2582%25AC.jpg              | %E2%82%AC.jpg
            p%C3%AAche+%C3%A0+No%C3%ABl.jpg  | pêche à Noël.jpg
            %E6%9E%9C/%F0%9F%8D%8E.jpg       | 果/🍎.jpg
            a%26b%3D%22c%22%3F%23%5C.jpg     | a&b="c"?#\\.jpg
            ../../etc/passwd                 | ../../etc/passwd
            //x.jpg                          | //x.jpg
            """)
    void keys_of_an_s3_event_are_decoded(String encoded, String key) throws IOException {
        objects.with("photos", key, fruits.photograph("Banana"));
        List<JsonFields> answers = answers(answer(handler(), Events.s3("photos", encoded)));

        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).string("image")).isEqualTo("s3://photos/" + key);
        assertThat(answers.get(0).string("label")).isEqualTo("Banana");
        assertThat(objects.reads()).containsExactly("s3://photos/" + key);
    }

    @Test
    void each_record_has_its_answer_and_a_bad_image_is_one() throws IOException {
        objects.with("photos", "kiwi.jpg", fruits.photograph("Kiwi"))
                .with("photos", "bad.jpg", "no image".getBytes(StandardCharsets.UTF_8))
                .with("photos", "folder/", new byte[0])
                .with("photos", "lime.jpg", fruits.photograph("Lime"));
        List<JsonFields> answers =
                answers(answer(handler(), Events.s3("photos", "kiwi.jpg", "bad.jpg", "folder/", "lime.jpg")));

        assertThat(answers.stream().map(answer -> answer.string("label", ""))).containsExactly("Kiwi", "", "", "Lime");
        assertThat(answers.get(1).string("error")).startsWith("decode: ");
        assertThat(answers.get(2).string("error")).isEqualTo("read: empty file");
    }

    @Test
    void an_object_that_is_too_large_is_never_read() throws IOException {
        String event = Json.write(Map.of("Records", List.of(Events.record("photos", "a.jpg", 65L << 20))));

        assertThat(answers(answer(handler(), event)).get(0).string("error")).isEqualTo("read: larger than 64 MB");
        assertThat(objects.reads()).isEmpty();
    }

    @Test
    void a_missing_object_fails_the_call_and_is_named() throws IOException {
        PredictHandler handler = handler();

        assertThatThrownBy(() -> answer(handler, Events.s3("photos", "no+such.jpg")))
                .isInstanceOf(IOException.class)
                .hasMessage("s3://photos/no such.jpg: NoSuchKey (404), request id TEST-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"Records": [{"eventSource": "aws:sqs", "body": "x"}]}                              | Records: record: field 's3' is missing
            {"Records": {}}                                                                     | event: 'Records' must be a list
            {"Records": ["x"]}                                                                  | must be an object
            {"Records": [{"s3": {"bucket": {"name": "b"}, "object": {"key": "%zz.jpg"}}}]}      | Illegal hex characters
            """)
    void records_of_others_than_s3_fail_the_call_with_the_remedy(String event, String reason) throws IOException {
        PredictHandler handler = handler();

        assertThatThrownBy(() -> answer(handler, event))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("event is none of S3's (")
                .hasMessageContaining(reason)
                .hasMessageEndingWith("let only s3:ObjectCreated:* start this function");
    }

    @Test
    void an_event_of_another_kind_fails_the_call() throws IOException {
        PredictHandler handler = handler();

        assertThatThrownBy(() -> answer(handler, "{\"source\": \"aws.events\"}"))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("event [source]: is neither a request of API Gateway or a function URL nor an S3 event; let"
                        + " only these start this function");
        assertThatThrownBy(() -> answer(handler, "<html>"))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("event:1:1: ");
    }

    @Test
    void a_warm_call_loads_nothing_again() throws IOException {
        objects.with(
                        "models",
                        "fruits/v1/classifier.json",
                        Files.readAllBytes(fruits.classifier().resolve("classifier.json")))
                .with(
                        "models",
                        "fruits/v1/weights.json",
                        Files.readAllBytes(fruits.classifier().resolve("weights.json")));
        environment.put("FRUITS_CLASSIFIER", "s3://models/fruits/v1/");
        PredictHandler handler = handler();
        for (int call = 0; call < 3; call++) {
            assertThat(body(answer(handler, Events.requestV2(fruits.photograph("Lime"))))
                            .string("label"))
                    .isEqualTo("Lime");
        }

        assertThat(models.opened()).isEqualTo(1);
        assertThat(objects.reads())
                .containsExactly("s3://models/fruits/v1/classifier.json", "s3://models/fruits/v1/weights.json");
        assertThat(log)
                .containsExactly(
                        "loaded classifier s3://models/fruits/v1/ in 0 ms",
                        "predicted in 0 ms",
                        "predicted in 0 ms",
                        "predicted in 0 ms");
    }

    @Test
    void without_its_classifier_there_is_no_handler() {
        environment.put("FRUITS_CLASSIFIER", folder.resolve("nowhere").toString());
        assertThatThrownBy(this::handler)
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("classifier " + folder.resolve("nowhere") + ": has no classifier.json");

        environment.put("FRUITS_CLASSIFIER", "s3://models");
        assertThatThrownBy(this::handler)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("s3://models/classifier.json: NoSuchKey");
    }

    @Test
    void an_answer_that_cannot_be_written_fails_the_call() throws IOException {
        PredictHandler handler = handler();
        byte[] event = Events.requestV2("", true).getBytes(StandardCharsets.UTF_8);
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("closed");
            }
        };

        assertThatThrownBy(() -> handleWithoutContext(handler, event, closed)).hasMessage("closed");
    }

    @SuppressWarnings("NullAway") // Lambda's context is not looked at
    private static void handleWithoutContext(PredictHandler handler, byte[] event, OutputStream out)
            throws IOException {
        handler.handleRequest(new ByteArrayInputStream(event), out, null);
    }
}
