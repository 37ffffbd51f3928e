package dev.fruits.core.image;

/** One image cannot be used. Never ends a run: it becomes a {@link Rejection}. */
public final class ImageRejectedException extends Exception {
    private final Rejection rejection;

    public ImageRejectedException(Rejection rejection) {
        super(rejection.path() + ": " + rejection.reason());
        this.rejection = rejection;
    }

    public ImageRejectedException(ImageRef ref, Stage stage, String reason) {
        this(new Rejection(ref.path(), ref.label(), stage, reason));
    }

    public Rejection rejection() {
        return rejection;
    }
}
