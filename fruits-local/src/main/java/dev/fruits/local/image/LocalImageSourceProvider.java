package dev.fruits.local.image;

import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.ImageSourceProvider;

/** Offers {@link LocalImageSource} for every path of the local file system. */
public final class LocalImageSourceProvider implements ImageSourceProvider {
    @Override
    public boolean handles(Location location) {
        return location.isLocal();
    }

    @Override
    public ImageSource open(Location location) {
        return new LocalImageSource(location);
    }
}
