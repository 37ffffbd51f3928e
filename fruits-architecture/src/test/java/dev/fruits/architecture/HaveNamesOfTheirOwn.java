package dev.fruits.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A simple name stands for one thing, in whichever module it is read. */
final class HaveNamesOfTheirOwn extends ArchCondition<JavaClass> {
    private final Function<JavaClass, String> moduleOf;
    private final Map<String, Set<String>> modulesByName = new HashMap<>();

    HaveNamesOfTheirOwn(Function<JavaClass, String> moduleOf) {
        super("have a name that no type of another module has");
        this.moduleOf = moduleOf;
    }

    @Override
    public void init(Collection<JavaClass> types) {
        types.forEach(type -> modulesByName
                .computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                .add(moduleOf.apply(type)));
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Set<String> modules = modulesByName.getOrDefault(type.getSimpleName(), Set.of());
        events.add(new SimpleConditionEvent(
                type, modules.size() <= 1, type.getSimpleName() + " is a type of several modules: " + modules));
    }
}
