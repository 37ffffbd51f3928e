package dev.fruits.cli.console;

import dev.fruits.core.diff.ManifestDifference;
import dev.fruits.core.diff.Names;
import dev.fruits.core.diff.PathDifference;
import dev.fruits.core.diff.ProjectionDifference;
import dev.fruits.core.diff.RunDifference;
import dev.fruits.core.diff.TableDifference;
import dev.fruits.core.diff.ValueDifference;
import java.util.List;
import java.util.Locale;

/** How two runs differ, for people. */
public final class DifferenceText {
    private static final int NUMBERS_SHOWN = 10;

    private final HeadedLines text = new HeadedLines();

    private DifferenceText() {}

    /** Several lines, the last one ended. */
    public static String of(RunDifference difference) {
        DifferenceText lines = new DifferenceText();
        lines.head("Runs").line(difference.first() + " and " + difference.second());
        lines.manifest(difference.manifest());
        lines.head("Images").rows(difference.features().rows());
        lines.head("Rejected").rejects(difference.rejects());
        lines.head("Features").table(difference.features());
        lines.head("Reduced");
        if (!difference.reduced().rows().equals(difference.features().rows())) {
            lines.rows(difference.reduced().rows());
        }
        lines.table(difference.reduced());
        lines.head("Projection").projection(difference.projection());
        lines.head("Result")
                .line(difference.isWithin() ? "equal within the tolerances" : "NOT equal within the tolerances");
        return lines.text.toString();
    }

    private DifferenceText head(String next) {
        text.head(next);
        return this;
    }

    private void line(String content) {
        text.line(content);
    }

    private void manifest(ManifestDifference manifest) {
        head("Manifest");
        if (manifest.isWithin()) {
            line("same model, ledger, counts and options that matter");
        }
        manifest.disagreeing().forEach(field -> line("DIFFERS " + shown(field)));
        List<String> allowed = manifest.allowed().stream()
                .filter(field -> !isTime(field.field()))
                .map(DifferenceText::shown)
                .toList();
        if (!allowed.isEmpty()) {
            line("may differ: " + String.join("; ", allowed));
        }
    }

    private static boolean isTime(String field) {
        return field.startsWith("seconds.")
                || List.of("started", "finished", "images_per_second").contains(field);
    }

    private static String shown(ManifestDifference.Field field) {
        return field.field() + ": " + field.first() + " | " + field.second();
    }

    private void rows(PathDifference rows) {
        paths(rows, "paths and labels", "in", "the label");
    }

    private void rejects(PathDifference rejects) {
        paths(rejects, "paths, stages and reasons", "rejected in", "stage or reason");
    }

    private void paths(PathDifference paths, String compared, String in, String changed) {
        line(Figures.count(paths.first()) + " and " + Figures.count(paths.second())
                + (paths.isEmpty() ? ", the same " + compared : ""));
        names("DIFFERS only " + in + " the first run", paths.onlyFirst());
        names("DIFFERS only " + in + " the second run", paths.onlySecond());
        names("DIFFERS in " + changed, paths.changed());
    }

    private void names(String what, Names names) {
        if (!names.isEmpty()) {
            line(what + ", " + Figures.count(names.count()) + ": " + listed(names.sample(), names.count()));
        }
    }

    private static String listed(List<String> shown, long count) {
        return String.join(", ", shown) + (count > shown.size() ? ", …" : "");
    }

    private void table(TableDifference table) {
        if (!table.incomparable().isEmpty()) {
            line("DIFFERS not compared: " + table.incomparable()
                    + "; compare runs of one model and as many components");
            return;
        }
        line((table.aboveTolerance() == 0 ? "" : "DIFFERS ") + Figures.count(table.equalToTheBit()) + " of "
                + Figures.count(table.compared()) + " vectors equal to the bit, "
                + Figures.count(table.aboveTolerance())
                + " above the tolerance of " + figure(table.tolerance()));
        table.worst().ifPresent(worst -> line("worst image: " + worst.where()));
        table.largest().forEach(value -> line(shown(value)));
    }

    private void projection(ProjectionDifference projection) {
        if (!projection.incomparable().isEmpty()) {
            line("DIFFERS not compared: " + projection.incomparable());
        }
        projection.parts().forEach(this::part);
        if (!projection.flipped().isEmpty()) {
            List<String> flipped = projection.flipped().stream()
                    .limit(NUMBERS_SHOWN)
                    .map(String::valueOf)
                    .toList();
            line("note: the other way round in the second run, compared with the sign turned: components "
                    + listed(flipped, projection.flipped().size()));
        }
        projection.rotated().forEach(group -> line(note(group)));
    }

    private static String note(ProjectionDifference.Group group) {
        return "note: components " + group.from() + " to " + group.to() + " have nearly equal variances (gap "
                + figure(group.gap()) + "), so singly they are not determined; compared together";
    }

    private void part(ProjectionDifference.Part part) {
        line(
                part.worst().relative() == 0
                        ? part.name() + ": equal to the bit"
                        : (part.isWithin() ? "" : "DIFFERS ") + part.name() + ", tolerance " + figure(part.tolerance())
                                + ": " + shown(part.worst()));
    }

    private static String shown(ValueDifference value) {
        return figure(value.relative()) + "  " + value.where() + " [" + value.index() + "]: " + number(value.first())
                + " | " + number(value.second());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.9g", value);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.1e", value);
    }
}
