package dev.fruits.djl;

import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import dev.fruits.djl.OnnxSignature.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Whether a file of weights is what its card says; messages are one line that names the file and the remedy. */
final class CardCheck {
    private static final long FLOAT32 = 1;

    private CardCheck() {}

    /**
     * Refuses a file that its card does not fit.
     *
     * @throws WrongUseException if it does not
     */
    static void require(Path file, ModelCard card) throws IOException {
        requireFile(file, "no such file on this machine");
        if (card.kind() == WeightsKind.TORCH_SCRIPT) {
            String truncated = "is no TorchScript file, or a truncated one (" + Files.size(file)
                    + " bytes); save it with torch.jit.trace(…).save(…), not with torch.save";
            require(file, isTorchScript(file), truncated);
            requireDigest(file, card);
        } else {
            OnnxSignature signature = onnx(file);
            requireDigest(file, card);
            requireInput(file, signature, card.input());
            requireOutput(file, signature, card.output());
        }
    }

    /** Refuses what cannot be read as a file; {@code missing} is what is wrong if there is nothing. */
    static void requireFile(Path file, String missing) {
        require(file, Files.exists(file), missing);
        require(file, Files.isRegularFile(file), "is a folder; give the file of weights in it");
        require(file, Files.isReadable(file), "may not be read; check its permissions");
    }

    /** The signature of an ONNX file. */
    static OnnxSignature onnx(Path file) throws IOException {
        String truncated = "is no ONNX file, or a truncated one (" + Files.size(file) + " bytes); get it again";
        return OnnxSignature.read(file).orElseThrow(() -> wrong(file, truncated));
    }

    /** Files of {@code torch.jit.save} are a ZIP archive with the code of the network in it. */
    private static boolean isTorchScript(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().matches("[^/]+/code/.+"));
        } catch (ZipException e) {
            return false;
        }
    }

    private static void requireDigest(Path file, ModelCard card) throws IOException {
        String sha256 = Sha256.of(file);
        require(
                file,
                sha256.equals(card.sha256()),
                "its SHA-256 is " + sha256 + " but the card of " + card.name() + " says " + card.sha256()
                        + "; get the file again or correct the card");
    }

    private static void requireInput(Path file, OnnxSignature signature, ModelCard.Input input) {
        Set<String> names = signature.inputs().keySet();
        Tensor tensor = signature.inputs().get(input.tensor());
        if (tensor == null) {
            throw wrong(
                    file,
                    "it has no input '" + input.tensor() + "'; it has " + names + ": correct input.tensor of the card");
        }
        require(file, names.size() == 1, "it has inputs " + names + ", but only one picture can be fed");
        require(
                file,
                tensor.elementType() == FLOAT32,
                "its input '" + input.tensor() + "' is not float32; export the model with float32 inputs");
        requireSize(file, tensor, input);
    }

    private static void requireSize(Path file, Tensor tensor, ModelCard.Input input) {
        List<Long> expected = List.of(-1L, 3L, (long) input.height(), (long) input.width());
        require(
                file,
                fits(tensor.dimensions(), expected),
                "its input is " + tensor + " but the card says " + input.size() + " (" + new Tensor(FLOAT32, expected)
                        + "); correct input.width and input.height of the card");
        long batch = tensor.dimensions().isEmpty() ? -1 : tensor.dimensions().get(0);
        require(
                file,
                batch <= 0 || batch == input.batch(),
                "its input " + tensor + " takes a fixed number of images; export it with a free first dimension"
                        + (batch == 1 ? ", or say \"batch\": 1 in the card's input" : ""));
    }

    /** Free dimensions fit anything; a file that says nothing of its shape is tried when it is loaded. */
    private static boolean fits(List<Long> actual, List<Long> expected) {
        if (actual.isEmpty()) {
            return true;
        }
        return actual.size() == expected.size()
                && IntStream.range(1, actual.size())
                        .allMatch(i -> actual.get(i) <= 0 || actual.get(i).equals(expected.get(i)));
    }

    private static void requireOutput(Path file, OnnxSignature signature, ModelCard.Output output) {
        String name = signature.resolve(output).orElseThrow(() -> wrong(file, noOutput(signature, output)));
        Tensor tensor = signature.outputs().get(name);
        if (tensor == null) {
            return; // an inner tensor, whose shape is known after loading
        }
        List<Long> perImage = tensor.dimensions().stream().skip(1).toList();
        boolean isKnown = !perImage.isEmpty() && perImage.stream().allMatch(size -> size > 0);
        long dimension = perImage.stream().reduce(1L, (a, b) -> a * b);
        require(
                file,
                !isKnown || dimension == output.dimension(),
                "its output '" + output.tensor() + "' is " + tensor + " but the card says " + output.dimension()
                        + " features; correct output.dimension of the card");
    }

    private static String noOutput(OnnxSignature signature, ModelCard.Output output) {
        return output.tensor().equals(ModelCard.Output.BEFORE_LAST_DENSE)
                ? "it has no dense layer to take the features before; name a tensor in output.tensor of the card"
                : "it has no output '" + output.tensor() + "'; it has "
                        + signature.outputs().keySet() + ": correct output.tensor of the card";
    }

    private static void require(Path file, boolean holds, String otherwise) {
        if (!holds) {
            throw wrong(file, otherwise);
        }
    }

    private static WrongUseException wrong(Path file, String what) {
        return new WrongUseException("model " + file + ": " + what);
    }
}
