package dev.fruits.train;

/**
 * What came of some photographs.
 *
 * @param photographs how many
 * @param loss summed over them
 * @param correct how many were predicted right
 */
record StepFigures(long photographs, double loss, long correct) {
    static final StepFigures NONE = new StepFigures(0, 0, 0);

    StepFigures plus(StepFigures other) {
        return new StepFigures(photographs + other.photographs, loss + other.loss, correct + other.correct);
    }

    /** 0 without photographs. */
    double meanLoss() {
        return photographs == 0 ? 0 : loss / photographs;
    }

    /** 0 without photographs. */
    double accuracy() {
        return photographs == 0 ? 0 : (double) correct / photographs;
    }
}
