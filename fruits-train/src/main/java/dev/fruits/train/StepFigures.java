package dev.fruits.train;

/** What came of some images: how many they are, their summed loss, and how many were predicted right. */
record StepFigures(long images, double loss, long correct) {
    static final StepFigures NONE = new StepFigures(0, 0, 0);

    StepFigures plus(StepFigures other) {
        return new StepFigures(images + other.images, loss + other.loss, correct + other.correct);
    }

    /** 0 without images. */
    double meanLoss() {
        return images == 0 ? 0 : loss / images;
    }

    /** 0 without images. */
    double accuracy() {
        return images == 0 ? 0 : (double) correct / images;
    }
}
