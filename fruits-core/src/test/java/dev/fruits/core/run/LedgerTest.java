package dev.fruits.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.image.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final ImageRef APPLE = new ImageRef("Apple/1.jpg", "Apple", 10, Instant.EPOCH);
    private static final ImageRef KIWI = new ImageRef("Kiwi/1.jpg", "Kiwi", 10, Instant.EPOCH);
    private static final Rejection BAD_KIWI = new Rejection("Kiwi/1.jpg", "Kiwi", Stage.DECODE, "truncated");

    @Test
    void a_ledger_that_does_not_balance_cannot_be_made() {
        assertThatThrownBy(() -> new Ledger(10, 7, 1, new TreeMap<>(Map.of("hidden file", 1L)), "d"))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("ledger: 10 listed but 7 results + 1 rejected + 1 ignored; results would be incomplete,"
                        + " so none are published");
    }

    @Test
    void a_ledger_that_balances_counts_what_was_ignored() {
        Ledger ledger = new Ledger(10, 7, 1, new TreeMap<>(Map.of("hidden file", 1L, "not an image", 1L)), "d");

        assertThat(ledger.ignoredCount()).isEqualTo(2);
    }

    @Test
    void the_digest_does_not_depend_on_the_order() {
        assertThat(Ledger.digest(List.of(APPLE, KIWI), List.of(BAD_KIWI)))
                .isEqualTo(Ledger.digest(List.of(KIWI, APPLE), List.of(BAD_KIWI)))
                .hasSize(64);
    }

    @Test
    void the_digest_tells_another_fate_reason_and_label_apart() {
        String digest = Ledger.digest(List.of(APPLE, KIWI), List.of(BAD_KIWI));
        Rejection otherReason = new Rejection("Kiwi/1.jpg", "Kiwi", Stage.DECODE, "empty");
        ImageRef otherLabel = new ImageRef("Apple/1.jpg", "Pear", 10, Instant.EPOCH);

        assertThat(List.of(
                        Ledger.digest(List.of(APPLE, KIWI), List.of()),
                        Ledger.digest(List.of(APPLE, KIWI), List.of(otherReason)),
                        Ledger.digest(List.of(otherLabel, KIWI), List.of(BAD_KIWI))))
                .doesNotContain(digest)
                .doesNotHaveDuplicates();
    }

    @Test
    void rejects_are_quoted_as_csv() {
        Rejection odd = new Rejection("a,b/\"1\".jpg", "a,b", Stage.READ, "gone,\nsince the listing");

        assertThat(Csv.rejections(List.of(BAD_KIWI, odd))).isEqualTo("""
                        path,stage,reason
                        Kiwi/1.jpg,decode,truncated
                        "a,b/""1"".jpg",read,"gone, since the listing"
                        """);
    }
}
