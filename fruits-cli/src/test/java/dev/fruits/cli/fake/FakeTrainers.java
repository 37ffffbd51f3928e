package dev.fruits.cli.fake;

import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.spi.TrainerProvider;
import dev.fruits.core.spi.TrainingRequest;
import dev.fruits.core.train.EpochFigures;
import dev.fruits.core.train.Trainer;
import dev.fruits.core.train.TrainingCounts;
import dev.fruits.core.train.TrainingListener;
import dev.fruits.core.train.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** {@code fruitnet}, which learns nothing: two epochs go by, and the record holds what was asked. */
public final class FakeTrainers implements TrainerProvider {
    @Override
    public String model() {
        return "fruitnet";
    }

    @Override
    public Trainer open(TrainingRequest request) {
        return (photographs, listener) -> train(request, photographs, listener);
    }

    private static TrainingResult train(TrainingRequest request, ImageSource photographs, TrainingListener listener)
            throws IOException {
        ImageListing listing = photographs.list();
        int images = listing.images().size();
        listener.read(images, images);
        int heldBack = Objects.equals(request.heldBackShare(), 0.0) ? 0 : 1;
        TrainingCounts counts = new TrainingCounts(
                2, images - heldBack, heldBack, listing.rejections().size(), listing.ignoredCount());
        listener.started(counts, request.resume() ? 1 : 0, 2);
        List<EpochFigures> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= 2; epoch++) {
            listener.stepped(epoch, images, images);
            epochs.add(new EpochFigures(epoch, 1.5 / epoch, 0.5, 1.25, 0.5 * epoch, 0.001, 61.23));
            listener.finished(epochs.get(epoch - 1));
        }
        Path out = Files.createDirectories(request.outFolder());
        Path record = Files.writeString(out.resolve("record.json"), request.toString());
        return new TrainingResult(
                out.resolve("fruitnet.onnx"),
                out.resolve("card"),
                out.resolve("labels"),
                record,
                out.resolve("rejects.csv"),
                counts,
                epochs);
    }
}
