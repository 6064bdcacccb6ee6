package dev.chesterton.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrailersTest {

  private static List<String> ofLog(String log) {
    return Trailers.ofLog(log, 1).stream().map(TrailersTest::show).toList();
  }

  private static List<String> given(String text) {
    TextLines lines = TextLines.of(text);
    return Trailers.given(text, number -> !lines.startsWith(number, ">"))
        .stream()
        .map(TrailersTest::show)
        .toList();
  }

  private static String show(Trailer trailer) {
    return trailer.line() + " " + trailer.key() + "=" + trailer.value();
  }

  @Test
  void readsTheLastParagraph() {
    assertThat(ofLog("""
        Why: because of this.

        Cc: stable@vger.kernel.org # v5.10+
        Signed-off-by: A <a@b.example>
        """)).containsExactly("3 Cc=stable@vger.kernel.org # v5.10+",
        "4 Signed-off-by=A <a@b.example>");
  }

  @Test
  void countsLinesInTheWholeText() {
    assertThat(Trailers.ofLog("Fixes: 771ed689d2cd (\"x: y\")\n", 7).getFirst().line())
        .isEqualTo(7);
  }

  @Test
  void readsSeveralParagraphsOfTrailers() {
    assertThat(ofLog("""
        Text.

        Reported-by: B <b@c.example>
        Link: https://x.example/1

        Signed-off-by: A <a@b.example>
        """)).hasSize(3);
  }

  @Test
  void readsOverNotesBetweenTrailers() {
    assertThat(ofLog("""
        Text.

        Acked-by: B <b@c.example>
        [ carol: reworded the log,
          and rebased ]
        Signed-off-by: C <c@d.example>
        """))
        .containsExactly("3 Acked-by=B <b@c.example>", "6 Signed-off-by=C <c@d.example>");
  }

  @Test
  void joinsAWrappedFixes() {
    assertThat(ofLog("Text.\n\nFixes: 771ed689d2cd (\"fs: write back compressed pages and\nread"
        + " them\")\nSigned-off-by: A <a@b.example>\n").getFirst())
        .isEqualTo("3 Fixes=771ed689d2cd (\"fs: write back compressed pages and read them\")");
  }

  @Test
  void joinsIndentedContinuations() {
    assertThat(ofLog("Text.\n\nReviewed-by: A Very Long Name\n  <a@b.example>\n"))
        .containsExactly("3 Reviewed-by=A Very Long Name <a@b.example>");
  }

  @Test
  void takesNoWebAddressForAKey() {
    assertThat(ofLog("Text.\n\nhttps://lore.kernel.org/r/1@b.example\n")).isEmpty();
  }

  @Test
  void takesNoProseForTrailers() {
    assertThat(ofLog("The lock is dropped too early.\nNote that it is taken again.\n")).isEmpty();
  }

  @Test
  void acceptsAMixedLastParagraphAsGitDoes() {
    assertThat(ofLog("Text.\n\nand one more line\nSigned-off-by: A <a@b.example>\n"))
        .containsExactly("4 Signed-off-by=A <a@b.example>");
  }

  @Test
  void readsWhatAReplyGives() {
    assertThat(given("""
        > Signed-off-by: A <a@b.example>

        Looks good.

        Reviewed-by: C <c@d.example>

        Thanks,
        C
        """))
        .containsExactly("5 Reviewed-by=C <c@d.example>");
  }

  @Test
  void readsATagBelowASentence() {
    assertThat(given("Looks good,\nReviewed-by: C <c@d.example>\n"))
        .containsExactly("2 Reviewed-by=C <c@d.example>");
  }

  @Test
  void takesNoSentenceOfAReplyForATrailer() {
    assertThat(given("Question: why is the lock there?\n\nAnswer: nobody knows\n")).isEmpty();
  }
}
