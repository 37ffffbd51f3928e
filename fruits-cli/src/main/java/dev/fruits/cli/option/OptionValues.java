package dev.fruits.cli.option;

import dev.fruits.core.WrongUseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of options that the command line or a pipeline file gives. Immutable; one value for each slot. */
public final class OptionValues {
    public static final OptionValues NONE = new OptionValues(Map.of());

    private record Value<T>(CommandOption<T> option, T value) {
        String text() {
            return option.recordedText(value);
        }
    }

    private final Map<String, Value<?>> bySlot;

    private OptionValues(Map<String, Value<?>> bySlot) {
        this.bySlot = bySlot;
    }

    /** The value; null where none is given. */
    @SuppressWarnings("unchecked") // with() is the only way in
    public <T> @Nullable T get(CommandOption<T> option) {
        Value<?> value = bySlot.get(option.slot());
        return value == null || !value.option().name().equals(option.name()) ? null : (T) value.value();
    }

    /** The value, or the option's default where none is given. */
    public <T> T orDefault(CommandOption<T> option) {
        T given = get(option);
        return given != null ? given : Objects.requireNonNull(option.defaultValue(), () -> option + " has no default");
    }

    public boolean has(CommandOption<?> option) {
        return get(option) != null;
    }

    /** Whether a flag is set. */
    public boolean is(CommandOption<Boolean> flag) {
        return Boolean.TRUE.equals(get(flag));
    }

    /** These values with one more; it replaces another of its slot. */
    public <T> OptionValues with(CommandOption<T> option, @Nullable T value) {
        return value == null ? this : new OptionValues(changed(option.slot(), new Value<>(option, value)));
    }

    /**
     * These values with one more, which is read from {@code text}.
     *
     * @param given what messages call the option
     * @throws WrongUseException if it is no such value, or the slot is taken
     */
    public <T> OptionValues read(CommandOption<T> option, String given, String text) {
        Value<?> taken = bySlot.get(option.slot());
        if (taken != null) {
            throw new WrongUseException(given + ": excludes " + taken.option() + "; give one of them");
        }
        return with(option, option.read(given, text));
    }

    /** These values without one. */
    public OptionValues without(CommandOption<?> option) {
        return has(option) ? new OptionValues(changed(option.slot(), null)) : this;
    }

    /** The values of these options alone. */
    public OptionValues only(Collection<CommandOption<?>> options) {
        Map<String, Value<?>> kept = new LinkedHashMap<>(bySlot);
        kept.values()
                .removeIf(value -> options.stream()
                        .noneMatch(option -> option.name().equals(value.option().name())));
        return new OptionValues(kept);
    }

    /** These values, with those of {@code lower} in slots that are free. */
    public OptionValues over(OptionValues lower) {
        Map<String, Value<?>> merged = new LinkedHashMap<>(StoreOptions.withoutUnusedKey(lower, this).bySlot);
        merged.putAll(bySlot);
        return new OptionValues(merged);
    }

    /** These values, with the defaults of {@code options} in slots that are free. */
    public OptionValues withDefaults(Collection<CommandOption<?>> options) {
        OptionValues all = this;
        for (CommandOption<?> option : options) {
            all = all.bySlot.containsKey(option.slot()) ? all : withDefault(all, option);
        }
        return all;
    }

    private static <T> OptionValues withDefault(OptionValues values, CommandOption<T> option) {
        return values.with(option, option.defaultValue());
    }

    /** For the manifest: the text of each value by its slot, in the order of {@code options}. */
    public Map<String, String> recorded(Collection<CommandOption<?>> options) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (CommandOption<?> option : options) {
            Value<?> value = bySlot.get(option.slot());
            if (value != null) {
                texts.put(option.slot(), value.text());
            }
        }
        return texts;
    }

    private Map<String, Value<?>> changed(String slot, @Nullable Value<?> value) {
        Map<String, Value<?>> changed = new LinkedHashMap<>(bySlot);
        if (value == null) {
            changed.remove(slot);
        } else {
            changed.put(slot, value);
        }
        return changed;
    }

    /** Whether the same values are given; their order does not matter. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OptionValues values && texts().equals(values.texts());
    }

    @Override
    public int hashCode() {
        return texts().hashCode();
    }

    @Override
    public String toString() {
        return texts().toString();
    }

    private Map<String, Object> texts() {
        Map<String, Object> texts = new LinkedHashMap<>();
        bySlot.values().forEach(value -> texts.put(value.option().name(), value.value()));
        return texts;
    }
}
