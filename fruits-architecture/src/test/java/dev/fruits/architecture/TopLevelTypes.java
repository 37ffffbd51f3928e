package dev.fruits.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Types with a source file of their own. */
final class TopLevelTypes extends DescribedPredicate<JavaClass> {
    TopLevelTypes() {
        super("are top-level types");
    }

    @Override
    public boolean test(JavaClass type) {
        return !type.getName().contains("$") && !type.getSimpleName().equals("package-info");
    }
}
