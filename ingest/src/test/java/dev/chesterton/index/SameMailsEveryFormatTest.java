package dev.chesterton.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Archives;
import dev.chesterton.mail.Message;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailFormat;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.source.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same mails, whatever archive they come out of, are the same messages and make the same store. */
class SameMailsEveryFormatTest {

  /** A store of more takes long to ask everything. */
  private static final int ENOUGH = 10;

  @TempDir
  private Path folder;
  private List<String> mails = List.of();

  @BeforeEach
  void read() {
    mails = Samples.mails(Samples.mbox("removed-worker"))
        .stream()
        .map(mail -> new String(mail.bytes(), StandardCharsets.ISO_8859_1))
        .toList();
    assertThat(mails).hasSizeGreaterThan(10).anyMatch(mail -> mail.contains("\nFrom "));
  }

  /** One archive in each format, the first the one the others are compared with. */
  private List<MailSource> archives() throws IOException {
    byte[] mboxrd = Archives.bytes(Archives.mboxrd(mails));
    List<MailSource> archives = new ArrayList<>();
    archives.add(open(Archives.v2(folder.resolve("0.git"), mails), MailFormat.AUTO));
    archives.add(open(Archives.v1(folder.resolve("inbox.git"), mails), MailFormat.AUTO));
    archives.add(open(Archives.maildir(folder.resolve("maildir"), mails), MailFormat.AUTO));
    archives.add(open(Archives.folder(folder.resolve("eml"), mails, ".eml"), MailFormat.AUTO));
    archives.add(open(write("mboxrd", mboxrd), MailFormat.AUTO));
    archives.add(open(write("mboxrd.gz", Archives.gzip(mboxrd)), MailFormat.AUTO));
    archives.add(open(write("mboxrd.xz", Archives.xz(mboxrd)), MailFormat.MBOXRD));
    archives.add(open(write("mboxrd.zst", Archives.zstd(mboxrd)), MailFormat.AUTO));
    archives.add(open(write("mboxo", Archives.bytes(Archives.mboxo(mails))), MailFormat.MBOXO));
    byte[] mboxcl2 = Archives.bytes(Archives.mboxcl2(mails));
    archives.add(open(write("mboxcl2", mboxcl2), MailFormat.AUTO));
    archives.add(open(write("mboxcl2.zst", Archives.zstd(mboxcl2)), MailFormat.MBOXCL2));
    return archives;
  }

  @Test
  void messagesAreTheSame() throws IOException {
    List<MailSource> archives = archives();
    List<String> expected = messages(archives.getFirst());

    assertThat(expected).hasSameSizeAs(mails);
    for (MailSource archive : archives) {
      assertThat(messages(archive)).as(archive.name()).isEqualTo(expected);
    }
  }

  @Test
  void storesSayTheSameAndASecondRunFindsNothingNew() throws IOException {
    mails = mails.subList(0, ENOUGH);
    List<String> expected = List.of();
    for (MailSource archive : archives()) {
      Path store = store(archive);
      assertThat(Stores.ingest(store, "list", archive).added()).isEqualTo(mails.size());
      IngestReport second = Stores.ingest(store, "list", archive);
      List<String> said = everything(store);

      expected = expected.isEmpty() ? said : expected;
      assertThat(second.added()).as(archive.name()).isZero();
      assertThat(second.skipped()).isEmpty();
      assertThat(said).as(archive.name()).hasSizeGreaterThan(100).isEqualTo(expected);
    }
  }

  private MailSource open(Path path, MailFormat format) {
    return MailSources.open(path, format, ReadLimits.DEFAULT).getFirst();
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path store(MailSource archive) {
    return folder.resolve("store-" + Path.of(archive.name()).getFileName());
  }

  private static List<String> messages(MailSource archive) {
    try (Reading reading = archive.since(Checkpoint.START)) {
      return reading.arrivals()
          .map(arrival -> message(((Arrival.Arrived) arrival).mail()))
          .toList();
    }
  }

  private static String message(RawMail raw) {
    Parsed<Posting> posting = PatchParser.read(raw, ReadLimits.DEFAULT);
    Message message = posting.value().message();
    return message + " " + posting.value().getClass() + " "
        + posting.problems().stream().map(Problem::what).toList();
  }

  /** Without what differs by nature: the place, and the bytes where a length stands in them. */
  private List<String> everything(Path store) {
    String place = folder.toString().replace(".", "\\.") + "[^, \\]]*( blob [0-9a-f]{40})?";
    return Everything.of(store)
        .stream()
        .map(line -> line.replaceAll(place, "PLACE").replaceAll("PLACE, -?[0-9]+", "PLACE"))
        .toList();
  }
}
