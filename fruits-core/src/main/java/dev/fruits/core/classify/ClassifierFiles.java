package dev.fruits.core.classify;

import dev.fruits.core.WholeFile;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.json.JsonFields;
import dev.fruits.core.sink.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a saved classifier. A folder holds one exactly when {@value #CARD} is there: that file is written last.
 *
 * @param folder of the files
 */
public record ClassifierFiles(Path folder) {
    /** The file that describes the classifier and lists the other files. */
    public static final String CARD = "classifier.json";

    /**
     * The names of the other files, for a program that copies them one by one.
     *
     * @param location of the classifier, for messages
     * @param card the text of {@value #CARD}
     * @throws WrongUseException if the text is not that of a classifier, or lists files outside its folder
     */
    public static List<String> besides(String location, String card) {
        try {
            List<String> names =
                    List.copyOf(JsonFields.parse(CARD, card).object("files").names());
            if (names.stream().allMatch(name -> name.matches("[a-z0-9_-]+\\.json") && !name.equals(CARD))) {
                return names;
            }
            throw incomplete(location, "lists files that are not plain names, " + names);
        } catch (JsonException e) {
            throw incomplete(location, String.valueOf(e.getMessage()));
        }
    }

    private static WrongUseException incomplete(Object location, String what) {
        return new WrongUseException("classifier " + location + ": " + what + "; copy the whole folder again");
    }

    void write(List<Document> documents) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new WrongUseException("classifier " + folder + ": is a file; give a folder");
        }
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(CARD));
        for (Document document : documents) {
            WholeFile.write(folder.resolve(document.name()), document.text());
        }
    }

    String read(String name) throws IOException {
        if (!Files.isRegularFile(folder.resolve(CARD))) {
            throw new WrongUseException("classifier " + folder + ": has no " + CARD
                    + "; give the folder 'classifier' that ./fruits evaluate wrote");
        }
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw incomplete(folder, "has no " + name);
        }
        return Files.readString(file);
    }

    /** A file as messages name it. */
    String nameOf(String file) {
        return folder.resolve(file).toString();
    }
}
