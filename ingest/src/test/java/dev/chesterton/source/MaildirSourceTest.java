package dev.chesterton.source;

import static dev.chesterton.source.Arrivals.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Archives;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaildirSourceTest {
  private static final List<String> MAILS = List.of("A: b\n\nFrom x\n>From y\n", "C: d\n\ny\n",
      "E: f\n\nz");

  @TempDir
  Path folder;
  private Path maildir = Path.of("");

  @BeforeEach
  void write() throws IOException {
    maildir = Archives.maildir(folder.resolve("mail"), MAILS);
  }

  @Test
  void givesTheMailsOfNewAndCurInTheOrderOfTheirNames() throws IOException {
    Archives.write(maildir.resolve("tmp/0.half"), "G: h\n\nhal");
    Archives.write(maildir.resolve("cur/.hidden"), "G: h\n\nx");

    List<Arrival> arrivals = Arrivals.of(maildir);

    assertThat(texts(arrivals)).isEqualTo(MAILS);
    assertThat(Arrivals.mails(arrivals)).extracting(mail -> mail.provenance().place())
        .allMatch(place -> place.startsWith(maildir.resolve("cur/") + "/16560720"))
        .noneMatch(place -> place.contains(":2,"));
  }

  @Test
  void nothingIsReadWhereNoNameIsNew() throws IOException {
    Checkpoint reached = read(Checkpoint.START).getLast().reached();
    Path seen = maildir.resolve("new/1656072000.M0P7.host.example");
    Files.move(seen, maildir.resolve("cur/1656072000.M0P7.host.example:2,RS"));

    assertThat(read(reached)).isEmpty();

    Archives.write(maildir.resolve("new/2"), "G: h\n\nnew");

    assertThat(texts(read(reached))).hasSize(4);
  }

  @Test
  void onlyTheLastMailReachesTheCheckpoint() {
    assertThat(read(Checkpoint.START)).extracting(Arrival::reached)
        .startsWith(Checkpoint.START, Checkpoint.START)
        .last()
        .isNotEqualTo(Checkpoint.START);
  }

  @Test
  void whatIsNoRegularFileIsNamedAndLeftAlone() throws IOException {
    Path outside = Archives.write(folder.resolve("secret"), "S: s\n\nsecret");
    Files.createSymbolicLink(maildir.resolve("cur/0.link"), outside);
    Files.createSymbolicLink(maildir.resolve("cur/1.dangling"), folder.resolve("nowhere"));
    Files.createDirectory(maildir.resolve("cur/2.folder"));
    fifo(maildir.resolve("new/3.fifo"));

    List<Arrival> arrivals = Arrivals.of(maildir);

    assertThat(texts(arrivals)).isEqualTo(MAILS);
    assertThat(Arrivals.skipped(arrivals)).extracting(Problem::where)
        .containsExactly(maildir.resolve("cur/0.link").toString(),
            maildir.resolve("cur/1.dangling").toString(),
            maildir.resolve("cur/2.folder").toString(), maildir.resolve("new/3.fifo").toString());
    assertThat(read(Checkpoint.START)).allMatch(step -> step.reached().equals(Checkpoint.START));
  }

  @Test
  void linkedFoldersOfAMaildirAreNotFollowed() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.createSymbolicLink(other.resolve("cur"), maildir.resolve("cur"));
    Files.createSymbolicLink(other.resolve("new"), maildir.resolve("new"));

    assertThat(MaildirSource.isOne(other)).isFalse();
  }

  @Test
  void theOperatorMayNameALink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), maildir);

    assertThat(texts(Arrivals.of(link))).isEqualTo(MAILS);
  }

  @Test
  void namesAreBytes() throws IOException {
    Path odd = Path.of(URI.create(maildir.resolve("cur").toUri() + "9%FF%FE%0A%20%25:2,S"));
    Archives.write(odd, "G: h\n\nodd");

    List<Arrival> arrivals = Arrivals.of(maildir);

    assertThat(texts(arrivals)).endsWith("G: h\n\nodd");
    assertThat(Arrivals.mails(arrivals).getLast().provenance().place())
        .isEqualTo(maildir.resolve("cur") + "/9\\xff\\xfe\\x0a %:0");
  }

  @Test
  void compressedMailsAreRead() throws IOException {
    Files.write(maildir.resolve("cur/9.gz"), Archives.gzip(Archives.bytes("G: h\n\npacked")));

    assertThat(texts(Arrivals.of(maildir))).endsWith("G: h\n\npacked");
  }

  private static void fifo(Path path) throws IOException {
    try {
      assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("mkfifo was interrupted", e);
    }
  }

  private List<Arrival> read(Checkpoint checkpoint) {
    return Arrivals.of(MailSources.open(maildir, ReadLimits.DEFAULT).getFirst(), checkpoint);
  }
}
