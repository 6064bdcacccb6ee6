package dev.chesterton.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSourcesTest {
  @TempDir
  Path folder;

  @Test
  void epochsComeInOrderOfTheirNumbers() throws IOException {
    for (String name : new String[]{"10.git", "2.git", "0.git"}) {
      new Epoch(folder.resolve("git").resolve(name)).close();
    }

    assertThat(MailSources.open(folder, ReadLimits.DEFAULT)).extracting(MailSource::name)
        .containsExactly(place("git/0.git"), place("git/2.git"), place("git/10.git"));
    assertThat(MailSources.open(folder.resolve("git"), ReadLimits.DEFAULT)).hasSize(3);
    assertThat(MailSources.open(folder.resolve("git/2.git"), ReadLimits.DEFAULT)).hasSize(1);
  }

  @Test
  void aFileThatBeginsWithFieldsIsOneMail() throws IOException {
    assertThat(form("Received: from a\n\tby b\nFrom: A <a@example.org>\n\nbody\n"))
        .isEqualTo(RawMail.Form.MAIL);
  }

  @Test
  void aTitleThenFromAndDateInWordsIsASavedCopy() throws IOException {
    assertThat(form("Re: [PATCH] x: y\n\nFrom: A B\nDate: Fri Jun 24 2022 - 09:51:22 EST\n\nHi\n"))
        .isEqualTo(RawMail.Form.SAVED_COPY);
  }

  @Test
  void aPastedAnswerIsASavedCopy() throws IOException {
    assertThat(form("On Fri, Dec 02, 2022, A B wrote: > why > so? Because."))
        .isEqualTo(RawMail.Form.SAVED_COPY);
  }

  @Test
  void whatIsNoMailIsRefusedWithItsNameAndAWayOut() throws IOException {
    Path file = Files.writeString(folder.resolve("notes"), "buy milk\n");

    assertThatThrownBy(() -> MailSources.open(file, ReadLimits.DEFAULT))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("notes")
        .hasMessageContaining("mbox");
    assertThatThrownBy(() -> MailSources.open(folder, ReadLimits.DEFAULT))
        .isInstanceOf(ArchiveException.class);
    assertThatThrownBy(() -> MailSources.open(folder.resolve("none"), ReadLimits.DEFAULT))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("no archive");
    assertThatThrownBy(() -> MailSources.single(new byte[0], Path.of("stdin"), ReadLimits.DEFAULT))
        .isInstanceOf(ArchiveException.class);
  }

  @Test
  void standardInputIsCutAtTheLimitAndSaysSo() {
    byte[] mail = ("From: A <a@example.org>\n\n" + "x".repeat(500))
        .getBytes(StandardCharsets.UTF_8);

    RawMail raw = MailSources.single(mail, Path.of("stdin"), new ReadLimits(100, 100, 9, 9, 9));

    assertThat(raw.bytes()).hasSize(100);
    assertThat(raw.problems()).hasSize(1);
  }

  private RawMail.Form form(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), text);
    return MailSources.single(file, ReadLimits.DEFAULT).form();
  }

  private String place(String name) {
    return folder.resolve(name).toString();
  }
}
