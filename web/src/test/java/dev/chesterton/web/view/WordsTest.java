package dev.chesterton.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void hiddenCharactersBecomeMarks() {
    assertThat(Words.of("a\u202eb\u0000").pieces()).containsExactly(new Piece.Text("a"),
        new Piece.Mark("U+202E"), new Piece.Text("b"), new Piece.Mark("U+0000"));
    assertThat(Words.plain("a\u001b[1m\r\n\ud800"))
        .isEqualTo("a[U+001B][1m[U+000D][U+000A][U+D800]");
  }

  @Test
  void tabsAndEveryScriptStay() {
    String text = "\tπ 漢字 עברית 😀";
    assertThat(Words.of(text).pieces()).containsExactly(new Piece.Text(text));
  }

  @Test
  void longLinesAreCutBetweenCharacters() {
    Words cut = Words.of("x".repeat(Words.MAX_CHARS - 1) + "😀 and more");
    assertThat(cut.pieces()).hasSize(2);
    assertThat(cut.pieces().getLast()).isEqualTo(new Piece.Cut("😀 and more".length()));
  }

  @Test
  void spansThatTouchDoNotNest() {
    Words words = Words.of("abcdef",
        List.of(new Words.Span(2, 5, "/b"), new Words.Span(1, 3, "/a")));
    assertThat(words.pieces()).containsExactly(new Piece.Text("a"), new Piece.Link("bc", "/a"),
        new Piece.Text("def"));
  }
}
