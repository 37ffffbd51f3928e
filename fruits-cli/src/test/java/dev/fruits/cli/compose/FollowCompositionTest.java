package dev.fruits.cli.compose;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.store.StoreSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowCompositionTest {
    @Test
    void without_spark_one_line_says_what_to_do() {
        Adapters none = new Adapters(new Storages(List.of(), StoreSettings.DEFAULT), List.of(), List.of(), List.of());

        assertThatThrownBy(none::follower)
                .isInstanceOf(WrongUseException.class)
                .hasMessage("follow: needs Spark, which is not on the class path; run the jar of fruits-spark with"
                        + " spark-submit (docs/spark.md)");
    }
}
