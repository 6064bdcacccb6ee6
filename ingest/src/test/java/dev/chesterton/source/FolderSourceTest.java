package dev.chesterton.source;

import static dev.chesterton.source.Arrivals.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.Archives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of patches, mails and pages. */
class FolderSourceTest {
  private static final String ENVELOPE = "From 0123456789012345678901234567890123456789"
      + " Mon Sep 17 00:00:00 2001\n";

  @TempDir
  Path folder;

  @Test
  void patchesComeInTheOrderOfTheirNamesAndMayBeSeveralInAFile() throws IOException {
    Archives.write(folder.resolve("0002-b.patch"), ENVELOPE + patch("2/3", "b") + "\n" + ENVELOPE
        + patch("3/3", "c") + "\n");
    Archives.write(folder.resolve("0001-a.patch"), ENVELOPE + patch("1/3", "a"));
    Archives.write(folder.resolve("0000-cover-letter.patch"), ENVELOPE + patch("0/3", "cover"));
    Archives.write(folder.resolve("0001-a.patch~"), "what an editor left");
    Archives.write(folder.resolve("notes.md"), "buy milk");

    List<Arrival> arrivals = Arrivals.of(folder);

    assertThat(texts(arrivals)).containsExactly(patch("0/3", "cover"), patch("1/3", "a"),
        patch("2/3", "b"), patch("3/3", "c"));
    assertThat(Arrivals.of(folder, MailFormat.SERIES)).hasSize(4);
  }

  @Test
  void formatPatchQuotesNothing() throws IOException {
    String patch = patch("1/1", "a").replace("a\n---", ">From there\nFrom here\n---");
    Archives.write(folder.resolve("0001-a.patch"), ENVELOPE + patch + "\n");

    assertThat(texts(Arrivals.of(folder))).containsExactly(patch);
  }

  @Test
  void whatIsNoMailAmongThemIsNamed() throws IOException {
    Archives.write(folder.resolve("0001-a.patch"), ENVELOPE + patch("1/1", "a"));
    Archives.write(folder.resolve("0002-b.patch"), "buy milk");
    Archives.write(folder.resolve("0003-c.patch"), "");
    Files.createSymbolicLink(folder.resolve("0004-d.patch"), folder.resolve("0001-a.patch"));

    List<Arrival> arrivals = Arrivals.of(folder);

    assertThat(texts(arrivals)).hasSize(1);
    assertThat(Arrivals.skipped(arrivals)).extracting(Problem::where)
        .containsExactly(folder.resolve("0002-b.patch").toString(),
            folder.resolve("0003-c.patch").toString(), folder.resolve("0004-d.patch").toString());
  }

  @Test
  void emlFilesAreAFolderOfMails() throws IOException {
    List<String> mails = List.of("From: a@x.example\n\nx\n", "From: b@x.example\n\nFrom y\n");
    Archives.folder(folder, mails, ".eml");

    assertThat(texts(Arrivals.of(folder))).isEqualTo(mails);
    assertThat(texts(Arrivals.of(folder, MailFormat.EML))).isEqualTo(mails);
  }

  @Test
  void formatThatDoesNotFitIsRefusedWithTheOneThatDoes() throws IOException {
    Path mbox = Archives.write(folder.resolve("x.mbox"), Archives.mboxrd(List.of("A: b\n\nx\n")));
    Path page = Archives.write(folder.resolve("x.html"), "<html><body>x</body></html>");

    assertThatThrownBy(() -> MailSources.open(page, MailFormat.MBOXO, ReadLimits.DEFAULT))
        .isInstanceOf(ArchiveException.class)
        .hasMessage("'" + page + "' is not an mbox but a saved page or a folder of pages;"
            + " say --format html or auto");
    assertThatThrownBy(() -> MailSources.open(mbox, MailFormat.HTML, ReadLimits.DEFAULT))
        .hasMessageContaining("--format mbox");
    for (MailFormat format : List.of(MailFormat.MAILDIR, MailFormat.V1, MailFormat.V2,
        MailFormat.MBOXRD)) {
      assertThatThrownBy(() -> MailSources.open(folder, format, ReadLimits.DEFAULT))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("--format series");
      assertThatThrownBy(() -> MailSources.open(page, format, ReadLimits.DEFAULT))
          .isInstanceOf(ArchiveException.class);
    }
  }

  @Test
  void everyWordOfTheCommandLineIsAFormat() {
    assertThat(MailFormat.words()).containsExactly("auto", "mboxrd", "mboxo", "mboxcl2", "maildir",
        "eml", "series", "v1", "v2", "html", "text");
    assertThat(MailFormat.of("v1")).contains(MailFormat.V1);
    assertThat(MailFormat.of("V1")).isEmpty();
  }

  private static String patch(String number, String subject) {
    return "From: A <a@x.example>\nDate: Fri, 24 Jun 2022 12:00:00 +0000\nSubject: [PATCH "
        + number + "] " + subject + "\n\n" + subject + "\n---\n-- \n2.39\n";
  }
}
