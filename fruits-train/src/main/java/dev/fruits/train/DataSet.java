package dev.fruits.train;

/**
 * Whose images a network learns from; stands in the training record.
 *
 * @param name with version and split
 * @param licence of the images; empty where it is not known
 * @param attribution the line that the licence asks for; empty where there is none
 */
public record DataSet(String name, String licence, String attribution) {
    /** The Training split of Fruits-360. */
    public static final DataSet FRUITS_360 = new DataSet(
            "Fruits-360 2020.05.18.0, Training split",
            "MIT",
            "Mihai Oltean, Horea Muresan: Fruits-360 dataset, 2017-2020");

    /** Of which only the name is known. */
    public static DataSet named(String name) {
        return new DataSet(name, "", "");
    }

    String text() {
        return licence.isEmpty() ? name : name + " (" + licence + "; " + attribution + ")";
    }
}
