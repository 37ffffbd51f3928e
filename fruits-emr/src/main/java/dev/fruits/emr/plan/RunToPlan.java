package dev.fruits.emr.plan;

import dev.fruits.core.image.Location;
import dev.fruits.core.store.Residency;
import dev.fruits.core.store.StoreSettings;

/**
 * The run that is planned.
 *
 * @param images where the images are, on this machine or in a store
 * @param results where the results go
 * @param model name or file of the CNN
 * @param batch images per call of the CNN
 * @param store its region is that of the cluster; where it has none, this machine's region
 * @param residency where in the world the cluster and all locations may be
 * @param inputs images and CNN
 */
public record RunToPlan(
        Location images,
        Location results,
        String model,
        int batch,
        StoreSettings store,
        Residency residency,
        RunInputs inputs) {}
