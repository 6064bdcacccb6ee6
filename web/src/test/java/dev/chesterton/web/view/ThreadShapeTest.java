package dev.chesterton.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.web.view.ThreadShape.Stem;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadShapeTest {

  private static Stem reply(int depth, int parent, String address) {
    return new Stem(depth, parent, false, false, address);
  }

  @Test
  void depthGoesRightAndTimeGoesDown() {
    ThreadShape shape = ThreadShape.of(List.of(new Stem(0, -1, true, false, "#m-a"),
        reply(1, 0, "#m-b"), new Stem(2, 1, false, true, "#m-c"), reply(1, 0, "#m-d")), 1, 4);
    assertThat(shape.marks()).containsExactly(new ThreadShape.Mark("M0 0h0", true, "#m-a"),
        new ThreadShape.Mark("M1 1h0", false, "#m-b"),
        new ThreadShape.Mark("M2 2h0", false, "#m-c"),
        new ThreadShape.Mark("M1 3h0", false, "#m-d"));
    assertThat(shape.lines()).isEqualTo("M0 0V1H1M1 1V2H2M0 0V3H1");
    assertThat(shape.here()).isEqualTo("M-1 2H3");
    assertThat(shape.isPart()).isFalse();
  }

  @Test
  void aMailThatIsNotHereHasAPlaceAndNoMark() {
    ThreadShape shape = ThreadShape.of(List.of(reply(0, -1, ""), reply(1, 0, "#m-a"),
        reply(1, 0, "#m-b"), reply(2, 2, "#m-c")), 1, 3);
    assertThat(shape.marks()).extracting(ThreadShape.Mark::address)
        .containsExactly("#m-a", "#m-b", "#m-c");
    assertThat(shape.lines()).startsWith("M0 0V1H1");
  }

  @Test
  void whatIsDeepStandsAtTheEdgeAndTheDrawingStaysSmall() {
    List<Stem> chain = IntStream.range(0, 200)
        .mapToObj(i -> reply(i, i - 1, "#m-%08x".formatted(i)))
        .toList();
    ThreadShape shape = ThreadShape.of(chain, 201, 472);
    assertThat(shape.isCut()).isTrue();
    assertThat(shape.width()).isEqualTo(ThreadShape.DEEPEST + 2);
    assertThat(shape.lines()).hasSizeLessThan(200 * 16);
    assertThat(shape.isPart()).isTrue();
    assertThat(shape.to()).isEqualTo(400);
  }

  @Test
  void twoMailsNeedNoDrawing() {
    assertThat(ThreadShape.of(List.of(reply(0, -1, "#m-a"), reply(1, 0, "#m-b")), 1, 2).isEmpty())
        .isTrue();
  }
}
