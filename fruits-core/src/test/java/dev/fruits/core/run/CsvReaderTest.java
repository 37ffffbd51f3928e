package dev.fruits.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReaderTest {
    @Test
    void what_was_written_is_read_back() {
        String text = Csv.line("path", "reason") + Csv.line("a,b/\"1\".jpg", "two\nlines") + Csv.line("", "x");

        assertThat(Csv.read(text))
                .containsExactly(List.of("path", "reason"), List.of("a,b/\"1\".jpg", "two\nlines"), List.of("", "x"));
    }

    @Test
    void lines_may_end_as_windows_ends_them_and_the_last_not_at_all() {
        assertThat(Csv.read("a,b\r\n\"c\",d\r\n\r\ne,"))
                .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e", ""));
    }

    @Test
    void no_text_has_no_lines() {
        assertThat(Csv.read("")).isEmpty();
    }

    @Test
    void a_quote_that_is_not_closed_is_refused() {
        assertThatThrownBy(() -> Csv.read("a\n\"b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a quote is opened on line 2 and not closed");
    }
}
