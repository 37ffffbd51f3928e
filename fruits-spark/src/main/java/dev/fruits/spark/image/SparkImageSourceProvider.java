package dev.fruits.spark.image;

import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.ImageSourceProvider;

/** Offers {@link SparkImageSource} for {@code hdfs://}, {@code s3a://}, {@code s3://} and {@code file://}. */
public final class SparkImageSourceProvider implements ImageSourceProvider {
    @Override
    public boolean handles(Location location) {
        return location.scheme().filter(SparkImageSource.SCHEMES::contains).isPresent();
    }

    @Override
    public ImageSource open(Location location) {
        return new SparkImageSource(location);
    }

    /** On Spark, the cluster's own file systems serve {@code s3://} too. */
    @Override
    public boolean isNativeTo(String engine) {
        return engine.equals("spark");
    }
}
