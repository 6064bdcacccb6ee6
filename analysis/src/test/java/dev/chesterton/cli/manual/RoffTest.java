package dev.chesterton.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What no page of today has, and one of tomorrow may. */
class RoffTest {

  @Test
  void aWordAtTheBeginningOfALineIsNoRequest() {
    assertThat(new Roff().words(".git is a folder").words("'quoted'"))
        .hasToString("\\&.git is a folder\n\\(aqquoted\\(aq\n");
  }

  @Test
  void alsoWhereALineHadToBeBroken() {
    String text = new Roff().words("x".repeat(77) + " .gitignore").toString();
    assertThat(text).isEqualTo("x".repeat(77) + "\n\\&.gitignore\n");
  }

  @Test
  void charactersStayWhatTheyAre() {
    assertThat(Roff.plain("a\\fBb --c ~/.x ^ ` \" é"))
        .isEqualTo("a\\(rsfBb \\-\\-c \\(ti/.x \\(ha \\(ga \\(dq [u00E9]".replace("[u", "\\[u"));
  }

  @Test
  void anArgumentWithSpacesStaysOne() {
    assertThat(new Roff().request("SH", "EXIT STATUS").request("ad", "l").request("TH", ""))
        .hasToString(".SH \"EXIT STATUS\"\n.ad l\n.TH \"\"\n");
  }

  @Test
  void linesThatAreTypedAreNotJoined() {
    assertThat(new Roff().typed(List.of("a  b", ".c")))
        .hasToString(".PP\n.RS 4\n.nf\na  b\n\\&.c\n.fi\n.RE\n");
  }
}
