package dev.fruits.core.classify;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.json.JsonFields;
import java.util.List;

/** The files of a saved classifier, for whoever brings them here one by one. */
public final class ClassifierFiles {
    /** The one that says what it is, and which others belong to it. */
    public static final String CARD = ClassifierFolder.CARD;

    private ClassifierFiles() {}

    /**
     * The names of the other files.
     *
     * @param place of the classifier, for messages
     * @param card the text of {@value #CARD}
     * @throws WrongUseException if the text is none of a classifier, or names files outside its folder
     */
    public static List<String> besides(String place, String card) {
        try {
            List<String> names =
                    List.copyOf(JsonFields.parse(CARD, card).object("files").names());
            if (names.stream().allMatch(ClassifierFiles::isPlainName)) {
                return names;
            }
            throw refusal(place, "names files that are not plain names, " + names);
        } catch (JsonException e) {
            throw refusal(place, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isPlainName(String name) {
        return name.matches("[a-z0-9_-]+\\.json") && !name.equals(CARD);
    }

    private static WrongUseException refusal(String place, String what) {
        return new WrongUseException("classifier " + place + ": " + what + "; copy the whole folder again");
    }
}
