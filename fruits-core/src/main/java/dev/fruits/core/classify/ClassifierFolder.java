package dev.fruits.core.classify;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.sink.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The folder of a saved classifier. It holds one exactly when {@value #CARD} is there: that file comes last. */
final class ClassifierFolder {
    static final String CARD = "classifier.json";

    private final Path folder;

    private ClassifierFolder(Path folder) {
        this.folder = folder;
    }

    static ClassifierFolder of(Path folder) {
        return new ClassifierFolder(folder);
    }

    void write(List<Document> documents) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new WrongUseException("classifier " + folder + ": is a file; give a folder");
        }
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(CARD));
        for (Document document : documents) {
            Path target = folder.resolve(document.name());
            Path temporary = folder.resolve(document.name() + ".part");
            Files.writeString(temporary, document.text());
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The text of one of its files. */
    String read(String name) throws IOException {
        if (!Files.isRegularFile(folder.resolve(CARD))) {
            throw new WrongUseException("classifier " + folder + ": has no " + CARD
                    + "; give the folder 'classifier' that ./fruits evaluate wrote");
        }
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new WrongUseException("classifier " + folder + ": has no " + name + "; copy the whole folder again");
        }
        return Files.readString(file);
    }

    /** How messages name one of its files. */
    String nameOf(String file) {
        return folder.resolve(file).toString();
    }
}
