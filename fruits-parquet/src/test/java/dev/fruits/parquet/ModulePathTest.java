package dev.fruits.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jar as other programs get it. Its libraries are on this class path, too, under the names that they come with. */
class ModulePathTest {
    private static final String MODULE = "dev.fruits.parquet";
    private static final Path JAR = Path.of(System.getProperty("fruits.parquet.jar"));
    private static final Predicate<Path> CONTAINED =
            jar -> jar.toString().matches(".*[/\\\\](parquet-|aircompressor|jts-|snappy).*");

    @Test
    void the_jar_holds_no_package_of_any_other_library() {
        ModuleDescriptor module =
                ModuleFinder.of(JAR).find(MODULE).orElseThrow().descriptor();

        assertThat(module.packages())
                .contains(MODULE, MODULE + ".shaded.org.apache.parquet")
                .allMatch(name -> name.startsWith(MODULE));
    }

    @Test
    void the_jar_works_on_a_module_path_where_parquet_java_itself_does_not() {
        List<Path> libraries = classPath().filter(CONTAINED.negate()).toList();
        List<Path> contained = classPath().filter(CONTAINED).toList();

        assertThat(resolved(libraries, List.of(JAR)).modules()).hasSizeGreaterThan(5);
        assertThatThrownBy(() -> resolved(libraries, contained))
                .isInstanceOf(ResolutionException.class)
                .hasMessageContaining("parquet");
    }

    private static Stream<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of);
    }

    private static Configuration resolved(List<Path> libraries, List<Path> others) {
        ModuleFinder all = ModuleFinder.of(
                Stream.concat(libraries.stream(), others.stream()).toArray(Path[]::new));
        Set<String> roots = others.equals(List.of(JAR)) ? Set.of(MODULE) : Set.of("parquet.hadoop");
        return ModuleLayer.boot().configuration().resolve(all, ModuleFinder.of(), roots);
    }
}
