package dev.fruits.spark.hadoop;

import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.ImageSourceProvider;
import dev.fruits.core.store.StoreSettings;

/** Offers {@link HadoopImageSource} for the schemes that Hadoop serves. */
public final class HadoopImageSourceProvider implements ImageSourceProvider {
    @Override
    public boolean handles(Location location) {
        return HadoopLocation.isKnown(location);
    }

    @Override
    public ImageSource open(Location location) {
        return new HadoopImageSource(location, StoreSettings.DEFAULT);
    }

    /** On Spark, the cluster's own file systems serve {@code s3://} too. */
    @Override
    public boolean isNativeTo(String engine) {
        return engine.equals("spark");
    }
}
