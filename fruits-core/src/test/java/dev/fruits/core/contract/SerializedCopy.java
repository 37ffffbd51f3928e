package dev.fruits.core.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** A value as it arrives on another machine. */
public final class SerializedCopy {
    private SerializedCopy() {}

    /** Fails with an {@link AssertionError} that names the type if the value does not travel. */
    @SuppressWarnings({"unchecked", "BanSerializableRead"}) // it reads what it wrote a moment ago
    public static <T> T of(T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (T) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(value.getClass().getName() + " does not travel: " + e, e);
        }
    }
}
