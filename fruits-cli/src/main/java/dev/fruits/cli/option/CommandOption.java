package dev.fruits.cli.option;

import dev.fruits.core.WrongUseException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one definition of an option: the command line, its help and completion, the pipeline file and the manifest are
 * made of it. Immutable; each method that changes something returns a copy.
 *
 * @param <T> type of its value
 */
public final class CommandOption<T> implements Cloneable {
    private final String name;
    private final ValueType<T> type;
    private String label = "";
    private String group = "";
    private String help = "";
    private String defaultText = "";
    private @Nullable Supplier<? extends T> defaultValue;
    private @Nullable String key;
    private String slot;
    private boolean required;
    private boolean repeatable;
    private Consumer<? super T> check = value -> {};
    private Function<? super T, String> recorded = String::valueOf;
    private Supplier<? extends Collection<String>> candidates = List::of;

    private CommandOption(String name, ValueType<T> type) {
        this.name = name;
        this.type = type;
        this.slot = name;
    }

    /** An option with a value, called {@code label} in the help. */
    public static <T> CommandOption<T> of(String name, ValueType<T> type, String label, String help) {
        CommandOption<T> option = new CommandOption<>(name, type);
        option.label = label;
        option.help = help;
        return option;
    }

    /** An option without a value. */
    public static CommandOption<Boolean> flag(String name, String help) {
        return of(name, ValueType.FLAG, "", help);
    }

    @SuppressWarnings("unchecked") // a clone has the same type
    private CommandOption<T> changed(Consumer<CommandOption<T>> change) {
        try {
            CommandOption<T> copy = (CommandOption<T>) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /** With another help text: whole sentences, without the default. */
    public CommandOption<T> help(String text) {
        return changed(copy -> copy.help = text);
    }

    /** Below a heading of the help. */
    public CommandOption<T> group(String heading) {
        return changed(copy -> copy.group = heading);
    }

    /** With a value where none is given. */
    public CommandOption<T> byDefault(T value) {
        return byDefault(String.valueOf(value), () -> value);
    }

    /** With a value that depends on the machine where none is given. */
    public CommandOption<T> byDefault(String text, Supplier<T> value) {
        return changed(copy -> {
            copy.defaultText = text;
            copy.defaultValue = value;
        });
    }

    /** Without a default value: {@code text} describes what happens where none is given. */
    public CommandOption<T> otherwise(String text) {
        return changed(copy -> {
            copy.defaultText = text;
            copy.defaultValue = null;
        });
    }

    /** In a pipeline file, too: sections and key, separated by points. */
    public CommandOption<T> key(String path) {
        return changed(copy -> copy.key = path);
    }

    /** At most one option of a slot is given; the manifest names the slot. */
    public CommandOption<T> slot(String shared) {
        return changed(copy -> copy.slot = shared);
    }

    public CommandOption<T> required() {
        return changed(copy -> copy.required = true);
    }

    /** May be given several times; its type reads the values from one text, each on a line. */
    public CommandOption<T> repeatable() {
        return changed(copy -> copy.repeatable = true);
    }

    /** With a check that throws {@link WrongUseException} for a value outside the range. */
    public CommandOption<T> check(Consumer<? super T> range) {
        return changed(copy -> copy.check = range);
    }

    /** With another text in the manifest. */
    public CommandOption<T> recorded(Function<? super T, String> text) {
        return changed(copy -> copy.recorded = text);
    }

    /** With values that completion offers. */
    public CommandOption<T> candidates(Supplier<? extends Collection<String>> values) {
        return changed(copy -> copy.candidates = values);
    }

    /** Without dashes. */
    public String name() {
        return name;
    }

    /** As it is written on the command line. */
    public String flagName() {
        return "--" + name;
    }

    /** With the label of its value. */
    public String usage() {
        return flagName() + (label.isEmpty() ? "" : "=" + label);
    }

    public String label() {
        return label;
    }

    public String group() {
        return group;
    }

    public String slot() {
        return slot;
    }

    /** Sections and key in a pipeline file; null where it is no part of one. */
    public @Nullable String key() {
        return key;
    }

    public boolean isFlag() {
        return ValueType.FLAG.equals(type);
    }

    public boolean isRepeatable() {
        return repeatable;
    }

    public boolean isRequired() {
        return required;
    }

    public Collection<String> candidates() {
        return candidates.get();
    }

    /** What the option does, and its default. */
    public String describe() {
        return help + (defaultText.isEmpty() ? "" : " Default: " + defaultText + ".");
    }

    @Nullable
    T defaultValue() {
        return defaultValue == null ? null : defaultValue.get();
    }

    /**
     * Reads a value and checks it.
     *
     * @param given what messages call the option
     * @throws WrongUseException if the text is no such value
     */
    T read(String given, String text) {
        T value;
        try {
            value = type.read(text);
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(given + " " + text + ": " + e.getMessage(), e);
        }
        check.accept(value);
        return value;
    }

    String recordedText(T value) {
        return recorded.apply(value);
    }

    @Override
    public String toString() {
        return flagName();
    }
}
