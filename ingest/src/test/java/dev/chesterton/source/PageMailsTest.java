package dev.chesterton.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Archives;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which mails a page shows; what is in them, room mail tests. */
class PageMailsTest {
  private static final Path THREAD = Path.of("src/test/resources/source/lore-thread.html");

  @TempDir
  Path folder;

  @Test
  void mailsOfAThreadPageLieWhereTheirAnchorsStand() {
    List<RawMail> mails = Arrivals.mails(Arrivals.of(THREAD));

    assertThat(mails).hasSize(3)
        .allMatch(mail -> mail.form() == RawMail.Form.SAVED_PAGE);
    assertThat(mails).extracting(mail -> ((Provenance.InFile) mail.provenance()).offset())
        .isSorted()
        .doesNotHaveDuplicates()
        .doesNotContain(0L);
    assertThat(Arrivals.texts(Arrivals.of(THREAD)))
        .satisfiesExactly(first -> assertThat(first).startsWith("<a"),
            second -> assertThat(second).startsWith(RawMail.PARENT),
            third -> assertThat(third).startsWith(RawMail.PARENT));
  }

  @Test
  void anchorsAsBrowsersSaveThemAreKnown() throws IOException {
    Path page = Archives.write(folder.resolve("page.html"), "<!DOCTYPE html><html><body><pre>"
        + entry("m12ab", "https://x.example/l/T/#e12ab") + entry("m34cd", "#e34cd")
        + "<a href=\"#e56\" id=\"m78\">*</a></pre></body></html>");

    assertThat(Arrivals.mails(Arrivals.of(page))).hasSize(2);
  }

  @Test
  void moreMailsThanAPageMayShowAreSaid() throws IOException {
    StringBuilder page = new StringBuilder("<html><pre>");
    for (int i = 0; i < 20_000; i++) {
      page.append(entry("m%06x".formatted(i), "#e%06x".formatted(i)));
    }

    List<RawMail> mails = Arrivals.mails(
        Arrivals.of(Archives.write(folder.resolve("page.html"), page.toString())));

    assertThat(mails).hasSize(2_000).allMatch(mail -> mail.problems().size() == 1);
  }

  private static String entry(String id, String href) {
    return "<a href=\"" + href + "\" id=\"" + id + "\">*</a> <b>x</b> <a href=#m1>y</a>\n";
  }
}
