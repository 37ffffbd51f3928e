package dev.fruits.cli.emr;

import dev.fruits.cli.command.Invocation;
import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.ResidencyCheck;
import dev.fruits.cli.compose.RunSettings;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.StoreOptions;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.PortableModel;
import dev.fruits.emr.Emr;
import dev.fruits.emr.EmrPlanner;
import dev.fruits.emr.plan.ClusterRequest;
import dev.fruits.emr.plan.PlannedRun;
import dev.fruits.emr.plan.RunInputs;
import dev.fruits.emr.plan.RunToPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Images and CNN of the pipeline that a command plans or launches.
 *
 * @param request the pipeline file and the options of the command together
 */
record PipelineInputs(OptionValues request, RunSettings settings, Adapters adapters, Path cache) implements RunInputs {
    static PipelineInputs of(Invocation call) throws IOException {
        OptionValues request = call.pipeline(call.options().only(StoreOptions.ALL));
        return new PipelineInputs(request, RunSettings.of(request), call.adapters(), call.modelCache());
    }

    /** Plans the run with the cluster that the options of {@code call} request, and shows the progress. */
    PlannedRun planned(Invocation call) throws IOException {
        RunToPlan run = new RunToPlan(
                settings.images(),
                settings.out(),
                settings.model(),
                settings.batch(),
                settings.store(),
                settings.residency(),
                this);
        EmrPlanner planner = Emr.planner(call.context().environment());
        ClusterRequest cluster =
                ClusterOptions.request(call.options(), settings.store().kmsKey());
        return call.watched("nothing was created", listener -> planner.plan(run, cluster, listener));
    }

    @Override
    public void requireResidency(String region, Map<String, Location> locations) throws IOException {
        ResidencyCheck.onClassPath(settings.residency(), settings.store().inRegion(region))
                .require(region, locations, settings.store().kmsKey());
    }

    @Override
    public ImageSource images() {
        return adapters.on(settings.engine(), settings.store()).images(settings.images());
    }

    @Override
    public List<ImageRef> selected(ImageSource source) throws IOException {
        return settings.selection().apply(source.list()).images();
    }

    @Override
    public FeatureExtractor extractor(ProgressListener listener) throws IOException {
        return adapters.on(settings.engine(), settings.store()).extractor(settings.model(), cache, listener);
    }

    @Override
    public Optional<PortableModel> portable(ProgressListener listener) throws IOException {
        return adapters.portable(settings.model(), cache, listener);
    }
}
