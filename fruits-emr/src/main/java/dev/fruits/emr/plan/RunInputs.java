package dev.fruits.emr.plan;

import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.PortableModel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Port: what planning reads of a run. Images and CNN are opened after the request and the residency of all locations
 * were checked. Called from the planning thread.
 */
public interface RunInputs {
    /**
     * Checks the residency of a cluster and of its data.
     *
     * @param region of the cluster
     * @param locations that it reads or writes, by the option that names each
     * @throws dev.fruits.core.WrongUseException if one is outside the residency of the run
     * @throws IOException if a store cannot be asked
     */
    void requireResidency(String region, Map<String, Location> locations) throws IOException;

    ImageSource images();

    /** The images of {@code source} that the run works on. */
    List<ImageRef> selected(ImageSource source) throws IOException;

    /**
     * Opens the CNN.
     *
     * @param listener is notified of the progress of a download
     */
    FeatureExtractor extractor(ProgressListener listener) throws IOException;

    /** The files of the CNN that a cluster needs; empty if the CNN comes with the jar or is in a store already. */
    Optional<PortableModel> portable(ProgressListener listener) throws IOException;
}
