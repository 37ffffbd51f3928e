package dev.fruits.spark.engine;

import java.io.Serializable;
import java.nio.ByteBuffer;
import org.apache.spark.SparkEnv;
import org.apache.spark.serializer.SerializerInstance;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * A value as bytes of Java's serialization, whatever serializer the session has: Kryo of Spark 3.5 cannot read records.
 *
 * @param <T> serializable with everything it refers to
 */
final class JavaSerialized<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    private JavaSerialized(byte[] bytes) {
        this.bytes = bytes;
    }

    static <T> JavaSerialized<T> of(T value) {
        ByteBuffer buffer = java().serialize(value, anything());
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return new JavaSerialized<>(bytes);
    }

    /** A new copy of the value. */
    T value() {
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        return java().deserialize(ByteBuffer.wrap(bytes), classes, anything());
    }

    private static SerializerInstance java() {
        return SparkEnv.get().closureSerializer().newInstance();
    }

    @SuppressWarnings("unchecked")
    private static <T> ClassTag<T> anything() {
        return (ClassTag<T>) ClassTag$.MODULE$.AnyRef();
    }
}
