package dev.fruits.train;

import ai.djl.ndarray.NDArray;
import dev.fruits.core.WholeFile;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.json.Json;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.json.JsonFields;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The state of a training after an epoch, in one file: a line of JSON (identity, steps, figures of the epochs), then the
 * arrays of {@link Network#state()} as big-endian 32-bit floats, each behind its length.
 *
 * @param file where it is kept
 * @param identity what decides the steps of the training, by name; a checkpoint of another training is refused
 */
record Checkpoint(Path file, SortedMap<String, String> identity) {
    private record Head(SortedMap<String, String> identity, long steps, List<EpochFigures> epochs) {}

    static Checkpoint of(Path file, TrainingSettings settings, Architecture architecture, ImageSet set) {
        SortedMap<String, String> parts = new TreeMap<>();
        parts.put("network", architecture.text());
        parts.put("epochs", Integer.toString(settings.epochs()));
        parts.put("seed", Long.toString(settings.seed()));
        parts.put("batch", Integer.toString(settings.batch()));
        parts.put("learning rate", Double.toString(settings.learningRate()));
        parts.put("weight decay", Double.toString(settings.weightDecay()));
        parts.put("label smoothing", Double.toString(settings.labelSmoothing()));
        parts.put("held back", Double.toString(settings.heldBackShare()));
        parts.put("photographs", set.fingerprint());
        return new Checkpoint(file, parts);
    }

    boolean exists() {
        return Files.exists(file);
    }

    void save(Network network, List<EpochFigures> epochs) throws IOException {
        Head head = new Head(identity, network.steps(), epochs);
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
        WholeFile.write(file, unfinished, stream -> {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
            writeText(out, Json.write(head));
            for (NDArray array : network.state()) {
                writeFloats(out, array.toFloatArray());
            }
            out.flush();
        });
    }

    /**
     * Puts the state back.
     *
     * @return figures of the epochs that are done
     * @throws WrongUseException if the checkpoint is of another training, or is none
     */
    List<EpochFigures> restore(Network network) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            JsonFields head = JsonFields.parse(file.toString(), readText(in));
            requireSame(head.object("identity"));
            for (NDArray array : network.state()) {
                PyTorch.put(readFloats(in, Math.toIntExact(array.size())), array);
            }
            network.resumeAt(head.integer("steps"));
            return epochs(head);
        } catch (JsonException | EOFException e) {
            throw new WrongUseException(
                    "checkpoint " + file + ": is none or is damaged; pass --overwrite to start again", e);
        }
    }

    private void requireSame(JsonFields fields) {
        SortedMap<String, String> kept = new TreeMap<>();
        fields.names().forEach(name -> kept.put(name, fields.string(name)));
        if (!kept.equals(identity)) {
            throw new WrongUseException("checkpoint " + file + ": is of another training (" + differencesTo(kept)
                    + "); give the same again, pass --overwrite, or another --out");
        }
    }

    /** {@code epochs 30, now 5; seed 42, now 7}. */
    private String differencesTo(Map<String, String> kept) {
        return identity.entrySet().stream()
                .filter(part -> !part.getValue().equals(kept.get(part.getKey())))
                .map(part ->
                        part.getKey() + " " + kept.getOrDefault(part.getKey(), "none") + ", now " + part.getValue())
                .collect(Collectors.joining("; "));
    }

    private static List<EpochFigures> epochs(JsonFields head) {
        return head.list("epochs").stream()
                .map(epoch -> figures(JsonFields.parse("epoch", Json.write(epoch))))
                .toList();
    }

    private static EpochFigures figures(JsonFields epoch) {
        return new EpochFigures(
                (int) epoch.integer("epoch"),
                number(epoch, "training_loss", "trainingLoss"),
                number(epoch, "training_accuracy", "trainingAccuracy"),
                number(epoch, "held_back_loss", "heldBackLoss"),
                number(epoch, "held_back_accuracy", "heldBackAccuracy"),
                number(epoch, "learning_rate", "learningRate"),
                epoch.number("seconds"));
    }

    /** @param before the name in checkpoints of earlier versions */
    private static double number(JsonFields epoch, String name, String before) {
        return epoch.number(epoch.has(before) ? before : name);
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > Files.size(file)) {
            throw new EOFException(file + ": text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void writeFloats(DataOutputStream out, float[] values) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private float[] readFloats(DataInputStream in, int expected) throws IOException {
        if (in.readInt() != expected) {
            throw new WrongUseException(
                    "checkpoint " + file + ": holds another network; pass --overwrite to start again");
        }
        float[] values = new float[expected];
        for (int i = 0; i < expected; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}
