package dev.fruits.train;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a film of a turning fruit an image stands, told by its name: {@code Apple/r_17_100.jpg} is frame 17 of
 * the series {@code Apple/r_}, taken at 100 pixels. A name without a number is its own series.
 */
record Frame(String series, long number) {
    static final Comparator<Frame> ORDER = Comparator.comparing(Frame::series).thenComparingLong(Frame::number);

    private static final Pattern NAME = Pattern.compile("(.*?)(\\d{1,18})(?:_\\d+)?\\.[^./]+");

    static Frame of(String path) {
        int name = path.lastIndexOf('/') + 1;
        Matcher matcher = NAME.matcher(path.substring(name));
        return matcher.matches()
                ? new Frame(path.substring(0, name) + matcher.group(1), Long.parseLong(matcher.group(2)))
                : new Frame(path, 0);
    }
}
