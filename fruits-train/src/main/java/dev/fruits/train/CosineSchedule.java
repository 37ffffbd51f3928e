package dev.fruits.train;

/** The learning rate rises evenly to its peak, then falls to 0 along half a cosine. */
record CosineSchedule(double peak, long warmUpSteps, long totalSteps) {
    /**
     * @param step from 0
     */
    double rate(long step) {
        if (step < warmUpSteps) {
            return peak * (step + 1) / warmUpSteps;
        }
        double gone = (double) (step - warmUpSteps) / Math.max(1, totalSteps - warmUpSteps);
        return peak * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, gone)));
    }
}
