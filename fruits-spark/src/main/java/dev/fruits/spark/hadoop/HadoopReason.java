package dev.fruits.spark.hadoop;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.security.AccessControlException;

/** What went wrong with a Hadoop file system, in one line. */
public final class HadoopReason {
    private static final int MAX_LENGTH = 300;

    private HadoopReason() {}

    /** A cause that is known by its type is named first. */
    public static String of(Throwable e) {
        if (e instanceof AccessControlException || e instanceof AccessDeniedException) {
            return "permission denied: " + line(e);
        }
        if (e instanceof FileNotFoundException) {
            return "no such file: " + line(e);
        }
        if (e instanceof FileAlreadyExistsException || e instanceof ParentNotDirectoryException) {
            return "is in the way: " + line(e);
        }
        return line(e);
    }

    static boolean isDenied(IOException e) {
        return e instanceof AccessDeniedException
                || e instanceof AccessControlException
                || (e instanceof FileNotFoundException && line(e).contains("Permission denied"));
    }

    /** What a failure of the file system means for the whole run. */
    static IOException failure(HadoopLocation location, IOException e) {
        String what = location.option() + " " + location.location() + ": ";
        return isDenied(e)
                ? new IOException(
                        what + "access denied (" + line(e)
                                + "); give this user, or the role of the machines, the right to list and read",
                        e)
                : new IOException(what + line(e), e);
    }

    /** The first line of the message: what follows it in an RPC's failure is a stack trace. */
    private static String line(Throwable e) {
        String text = String.valueOf(e.getMessage())
                .lines()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .findFirst()
                .orElse("");
        String named = text.isEmpty() || text.equals("null") ? e.getClass().getSimpleName() : text;
        return named.length() > MAX_LENGTH ? named.substring(0, MAX_LENGTH) + "…" : named;
    }
}
