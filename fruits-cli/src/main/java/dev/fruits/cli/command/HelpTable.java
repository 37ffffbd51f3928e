package dev.fruits.cli.command;

import java.util.List;
import java.util.stream.Collectors;

/** Names and what they mean, in two columns. Lines break at spaces alone, never inside a URL. */
final class HelpTable {
    record Row(String name, String text) {}

    private static final int WIDEST_NAME = 26;
    private static final int GAP = 2;

    private final int nameWidth;
    private final int textWidth;

    HelpTable(List<String> names, int width) {
        this.nameWidth = names.stream()
                .mapToInt(String::length)
                .filter(length -> length <= WIDEST_NAME)
                .max()
                .orElse(WIDEST_NAME);
        this.textWidth = width - nameWidth - 2 * GAP - 1;
    }

    String text(List<Row> rows) {
        return rows.stream().map(this::row).collect(Collectors.joining());
    }

    private String row(Row row) {
        StringBuilder text = new StringBuilder(" ".repeat(GAP) + row.name());
        String margin = " ".repeat(GAP + nameWidth + GAP);
        text.append(row.name().length() > nameWidth ? "\n" + margin : margin.substring(text.length()));
        int column = 0;
        for (String word : row.text().split(" ", -1)) {
            if (column > 0 && column + 1 + word.length() > textWidth) {
                text.append('\n').append(margin);
                column = 0;
            }
            text.append(column == 0 ? "" : " ").append(word);
            column += (column == 0 ? 0 : 1) + word.length();
        }
        return text.append('\n').toString();
    }
}
