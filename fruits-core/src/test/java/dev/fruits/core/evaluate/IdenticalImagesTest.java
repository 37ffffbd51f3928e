package dev.fruits.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.contract.MemoryImages;
import dev.fruits.core.image.ImageRef;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class IdenticalImagesTest {
    /** Two classes of two, the path being the content. */
    private static final MemoryImages FEW = new MemoryImages(2, 2, 0);

    private static final MemoryImages MORE = new MemoryImages(1, 5, 0);

    @Test
    void images_that_both_hold_are_found() throws IOException {
        IdenticalImages identical = IdenticalImages.between(FEW, FEW.list(), MORE, MORE.list());

        assertThat(identical.groups())
                .extracting(group -> group.training().get(0).path())
                .containsExactly("class 00/0000.jpg", "class 00/0001.jpg");
        assertThat(identical.groups().get(1).test()).extracting(ImageRef::path).containsExactly("class 00/0001.jpg");
        assertThat(identical.testImageCount()).isEqualTo(2);
        assertThat(identical.toCsv())
                .startsWith("training,test,sha256\nclass 00/0000.jpg,class 00/0000.jpg,")
                .hasLineCount(3);
    }

    @Test
    void an_image_that_cannot_be_read_is_not_compared() throws IOException {
        MemoryImages gone = new MemoryImages(1, 3, 2);
        IdenticalImages identical = IdenticalImages.between(FEW, FEW.list(), gone, gone.list());

        assertThat(identical.groups())
                .extracting(group -> group.test().get(0).path())
                .containsExactly("class 00/0001.jpg");
    }
}
