package dev.fruits.cli.compose;

import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.PipelineFile;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.StoreOptions;
import java.io.IOException;
import java.util.Map;

/** What the command line and the pipeline file ask for together. */
public final class PipelineRequest {
    private PipelineRequest() {}

    /**
     * The options over the values of the file over the model that comes with the product and the engine of the host.
     *
     * @param file a pipeline file, here or by URL; empty for none. It is read with the store and the engine of
     *     the options, because its own are not known yet.
     * @param environment variables that replace their names in the file
     * @throws dev.fruits.core.WrongUseException if there is no such file, or something in it cannot be used
     * @throws IOException if reading fails
     */
    public static OptionValues of(String file, OptionValues options, Adapters adapters, Map<String, String> environment)
            throws IOException {
        OptionValues known = options.over(OptionValues.NONE
                .with(RunOptions.MODEL, adapters.defaultModel().orElse(null))
                .with(RunOptions.ENGINE, adapters.defaultEngine()));
        if (file.isEmpty()) {
            return known;
        }
        Adapters reading = adapters.on(known.orDefault(RunOptions.ENGINE), StoreOptions.settings(known));
        OptionValues read = new RemoteCopies(reading.storages())
                .with("pipeline file", file, copy -> PipelineFile.read(file, copy, environment));
        return options.over(read).over(known);
    }
}
