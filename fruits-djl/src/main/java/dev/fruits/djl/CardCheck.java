package dev.fruits.djl;

import dev.fruits.core.Sha256;
import dev.fruits.djl.OnnxSignature.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Whether a file of weights is what its card says. */
final class CardCheck {
    private static final long FLOAT32 = 1;

    private CardCheck() {}

    /**
     * What is wrong, in one line that names the file and the remedy; empty if they fit.
     *
     * @throws IOException if the file cannot be read
     */
    static Optional<String> problem(Path file, ModelCard card) throws IOException {
        String problem = fileProblem(file);
        if (problem == null) {
            problem = contentProblem(file, card);
        }
        return Optional.ofNullable(problem).map(what -> "model " + file + ": " + what);
    }

    static @Nullable String fileProblem(Path file) {
        if (!Files.exists(file)) {
            return "no such file on this machine";
        }
        if (!Files.isRegularFile(file)) {
            return "is a folder; give the file of weights in it";
        }
        return Files.isReadable(file) ? null : "may not be read; check its permissions";
    }

    private static @Nullable String contentProblem(Path file, ModelCard card) throws IOException {
        if (card.kind() == WeightsKind.TORCH_SCRIPT) {
            return isTorchScript(file) ? digestProblem(file, card) : noTorchScript(file);
        }
        Optional<OnnxSignature> signature = OnnxSignature.read(file);
        if (signature.isEmpty()) {
            return noOnnx(file);
        }
        String digestProblem = digestProblem(file, card);
        if (digestProblem != null) {
            return digestProblem;
        }
        String inputProblem = inputProblem(signature.get(), card.input());
        return inputProblem == null ? outputProblem(signature.get(), card.output()) : inputProblem;
    }

    /** Files of {@code torch.jit.save} are a ZIP archive with the code of the network in it. */
    private static boolean isTorchScript(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().matches("[^/]+/code/.+"));
        } catch (ZipException e) {
            return false;
        }
    }

    private static String noTorchScript(Path file) throws IOException {
        return "is no TorchScript file, or a truncated one (" + Files.size(file)
                + " bytes); save it with torch.jit.trace(…).save(…), not with torch.save";
    }

    private static @Nullable String digestProblem(Path file, ModelCard card) throws IOException {
        String sha256 = Sha256.of(file);
        return sha256.equals(card.sha256())
                ? null
                : "its SHA-256 is " + sha256 + " but the card of " + card.name() + " says " + card.sha256()
                        + "; get the file again or correct the card";
    }

    static String noOnnx(Path file) throws IOException {
        return "is no ONNX file, or a truncated one (" + Files.size(file) + " bytes); get it again";
    }

    private static @Nullable String inputProblem(OnnxSignature signature, ModelCard.Input input) {
        Tensor tensor = signature.inputs().get(input.tensor());
        if (tensor == null) {
            return "it has no input '" + input.tensor() + "'; it has "
                    + signature.inputs().keySet() + ": correct input.tensor of the card";
        }
        if (signature.inputs().size() > 1) {
            return "it has inputs " + signature.inputs().keySet() + ", but only one picture can be fed";
        }
        if (tensor.elementType() != FLOAT32) {
            return "its input '" + input.tensor() + "' is not float32; export the model with float32 inputs";
        }
        List<Long> expected = List.of(-1L, 3L, (long) input.height(), (long) input.width());
        if (!fits(tensor.dimensions(), expected)) {
            return "its input is " + tensor + " but the card says " + input.size() + " ("
                    + new Tensor(FLOAT32, expected) + "); correct input.width and input.height of the card";
        }
        return batchProblem(tensor, input);
    }

    private static @Nullable String outputProblem(OnnxSignature signature, ModelCard.Output output) {
        Optional<String> name = signature.resolve(output);
        if (name.isEmpty()) {
            return output.tensor().equals(ModelCard.Output.BEFORE_LAST_DENSE)
                    ? "it has no dense layer to take the features before; name a tensor in output.tensor of the card"
                    : "it has no output '" + output.tensor() + "'; it has "
                            + signature.outputs().keySet() + ": correct output.tensor of the card";
        }
        Tensor tensor = signature.outputs().get(name.get());
        if (tensor == null) {
            return null; // an inner tensor, whose shape is known after loading
        }
        List<Long> perImage = tensor.dimensions().stream().skip(1).toList();
        boolean isKnown = !perImage.isEmpty() && perImage.stream().allMatch(size -> size > 0);
        long dimension = perImage.stream().reduce(1L, (a, b) -> a * b);
        return isKnown && dimension != output.dimension()
                ? "its output '" + output.tensor() + "' is " + tensor + " but the card says " + output.dimension()
                        + " features; correct output.dimension of the card"
                : null;
    }

    /** Free dimensions fit anything; a file that says nothing of its shape is tried when it is loaded. */
    private static boolean fits(List<Long> actual, List<Long> expected) {
        if (actual.isEmpty()) {
            return true;
        }
        if (actual.size() != expected.size()) {
            return false;
        }
        for (int i = 1; i < actual.size(); i++) {
            if (actual.get(i) > 0 && !actual.get(i).equals(expected.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String batchProblem(Tensor tensor, ModelCard.Input input) {
        long batch = tensor.dimensions().isEmpty() ? -1 : tensor.dimensions().get(0);
        if (batch <= 0 || batch == input.batch()) {
            return null;
        }
        return "its input " + tensor + " takes a fixed number of images; export it with a free first dimension"
                + (batch == 1 ? ", or say \"batch\": 1 in the card's input" : "");
    }
}
