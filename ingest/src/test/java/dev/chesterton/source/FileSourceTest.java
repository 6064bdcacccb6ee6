package dev.chesterton.source;

import static dev.chesterton.Archives.SEPARATOR;
import static dev.chesterton.source.Arrivals.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.Archives;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far a file has been read, and what a second run reads of it. */
class FileSourceTest {
  private static final List<String> MAILS = List.of("A: b\n\nx\n", "C: d\n\n>From y\n",
      "E: f\n\nz\n");

  @TempDir
  Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = Archives.write(folder.resolve("test.mbox"), Archives.mboxrd(MAILS));
  }

  @Test
  void ofAnMboxThatGrewOnlyTheEndIsRead() throws IOException {
    Checkpoint reached = reached(file);
    long before = Files.size(file);
    append(SEPARATOR + "G: h\n\nnew\n\n");

    List<Arrival> arrivals = since(reached);

    assertThat(texts(arrivals)).containsExactly(MAILS.getLast(), "G: h\n\nnew\n");
    assertThat(Arrivals.mails(arrivals).getLast().provenance())
        .isEqualTo(new Provenance.InFile(file, before + SEPARATOR.length()));
    assertThat(texts(since(arrivals.getLast().reached()))).containsExactly("G: h\n\nnew\n");
  }

  @Test
  void mailThatWasStillBeingWrittenIsReadAgain() throws IOException {
    append(SEPARATOR + "G: h\n\nha");
    Checkpoint reached = reached(file);
    append("lf\n\n");

    assertThat(texts(since(reached))).containsExactly("G: h\n\nhalf\n");
  }

  @Test
  void runThatEndedEarlyGoesOnWithItsLastMail() {
    Checkpoint second = Arrivals.of(file).get(1).reached();

    assertThat(texts(since(second))).isEqualTo(MAILS.subList(1, 3));
  }

  @Test
  void mboxThatIsAnotherIsReadFromItsBeginning() throws IOException {
    Checkpoint reached = reached(file);
    List<String> others = List.of("A: b\n\nX\n", MAILS.get(1), MAILS.get(2), "G: h\n\nnew\n");
    Archives.write(file, Archives.mboxrd(others));

    assertThat(texts(since(reached))).isEqualTo(others);

    Archives.write(file, Archives.mboxrd(MAILS.subList(0, 1)));

    assertThat(texts(since(reached))).isEqualTo(MAILS.subList(0, 1));
    try (Reading reading = source().since(reached)) {
      assertThat(reading.isRewritten()).isFalse();
    }
  }

  @Test
  void mboxThatLostItsLastMailHasNothingNew() throws IOException {
    Checkpoint reached = reached(file);
    Archives.write(file, Archives.mboxrd(MAILS.subList(0, 2)));

    assertThat(since(reached)).isEmpty();
  }

  @Test
  void anotherVariantIsReadFromItsBeginning() {
    MailSource asMboxo = MailSources.open(file, MailFormat.MBOXO, ReadLimits.DEFAULT).getFirst();

    assertThat(Arrivals.of(asMboxo, reached(file))).hasSize(3);
  }

  @Test
  void compressedFilesAreReadWhenTheirBytesHaveChanged() throws IOException {
    Files.write(file, Archives.gzip(Archives.bytes(Archives.mboxrd(MAILS))));
    Checkpoint reached = reached(file);

    assertThat(since(reached)).isEmpty();

    Files.write(file, Archives.xz(Archives.bytes(Archives.mboxrd(MAILS))));

    assertThat(texts(since(reached))).isEqualTo(MAILS);
  }

  @Test
  void damagedFilesAreTriedAgain() throws IOException {
    byte[] whole = Archives.gzip(Archives.bytes(Archives.mboxrd(MAILS)));
    Files.write(file, Arrays.copyOf(whole, whole.length - 4));
    Checkpoint reached = reached(file);

    assertThat(reached).isEqualTo(Checkpoint.START);
    assertThat(Arrivals.skipped(since(reached))).hasSize(1);
  }

  @Test
  void singleMailsAreReadWhenTheirBytesHaveChanged() throws IOException {
    Path mail = Archives.write(folder.resolve("mail"), "From: a@x.example\n\nx\n");
    Checkpoint reached = reached(mail);
    MailSource source = MailSources.open(mail, ReadLimits.DEFAULT).getFirst();

    assertThat(Arrivals.of(source, reached)).isEmpty();

    Archives.write(mail, "From: a@x.example\n\ny\n");

    assertThat(Arrivals.of(source, reached)).hasSize(1);
  }

  @Test
  void checkpointsOfOtherSourcesAreAStartFromTheBeginning() {
    for (String position : List.of("f".repeat(40), "mboxrd 12", "mboxrd x y", "mboxrd -1 z",
        "mboxrd 99999999 00", "nothing 1 2", "   ")) {
      assertThat(since(new Checkpoint(position))).as(position).hasSize(3);
    }
  }

  @Test
  void progressIsCountedInBytesOfTheFile() throws IOException {
    try (Reading reading = source().since(Checkpoint.START)) {
      assertThat(reading.total()).isEqualTo(Files.size(file));
      assertThat(reading.arrivals().count()).isEqualTo(3);
      assertThat(reading.done()).isEqualTo(reading.total());
    }
  }

  @Test
  void standardInputIsReadOnceAndWithoutACheckpoint() throws IOException {
    byte[] mbox = Archives.bytes(Archives.mboxrd(MAILS));
    for (byte[] bytes : List.of(mbox, Archives.gzip(mbox), Archives.zstd(mbox))) {
      List<Arrival> arrivals = Arrivals.of(input(bytes, MailFormat.AUTO), Checkpoint.START);

      assertThat(texts(arrivals)).isEqualTo(MAILS);
      assertThat(arrivals).allMatch(step -> step.reached().equals(Checkpoint.START));
      assertThat(Arrivals.mails(arrivals).getFirst().provenance().place())
          .isEqualTo("-:" + SEPARATOR.length());
    }
    assertThat(Arrivals.of(input(Archives.bytes("From: a@x.example\n\nx\n"), MailFormat.AUTO),
        Checkpoint.START)).hasSize(1);
  }

  @Test
  void standardInputWithoutMailIsRefused() {
    for (String text : List.of("", "buy milk\n")) {
      MailSource input = input(Archives.bytes(text), MailFormat.AUTO);

      assertThatThrownBy(() -> input.since(Checkpoint.START)).isInstanceOf(ArchiveException.class)
          .hasMessageContaining("'-'");
    }
    MailSource page = input(Archives.bytes("<html>"), MailFormat.MBOXRD);
    assertThatThrownBy(() -> page.since(Checkpoint.START)).isInstanceOf(ArchiveException.class)
        .hasMessageContaining("--format html");
  }

  private static MailSource input(byte[] bytes, MailFormat format) {
    return MailSources.of(new ByteArrayInputStream(bytes), "-", format, ReadLimits.DEFAULT);
  }

  private void append(String text) throws IOException {
    Files.write(file, Archives.bytes(text), StandardOpenOption.APPEND);
  }

  private MailSource source() {
    return MailSources.open(file, ReadLimits.DEFAULT).getFirst();
  }

  private List<Arrival> since(Checkpoint checkpoint) {
    return Arrivals.of(source(), checkpoint);
  }

  private static Checkpoint reached(Path file) {
    return Arrivals.of(file).getLast().reached();
  }
}
