package dev.chesterton.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.mail.Mailbox;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitTextTest {

  private static final String TREE = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n";

  @ParameterizedTest
  @CsvSource({"1656073340 +0200,2022-06-24T12:22:20Z", "1656073340 -7530,2022-06-24T12:22:20Z",
    "1656073340 +99999,2022-06-24T12:22:20Z", "1656073340,2022-06-24T12:22:20Z",
    "99999999999999999999 +0000,1970-01-01T00:00:00Z", "-5 +0000,1970-01-01T00:00:00Z",
    "soon +0000,1970-01-01T00:00:00Z", "4000000000 +0000,2096-10-02T07:06:40Z"})
  void readsDatesWhateverTheZone(String date, Instant instant) {
    CommitText text = text("author A <a@b> " + date + "\ncommitter C <c@d> " + date + "\n\nx\n");

    assertThat(text.authored()).isEqualTo(instant);
    assertThat(text.committed()).isEqualTo(instant);
  }

  @ParameterizedTest
  @CsvSource({"'A U Thor <a@b> 1 +0000','A U Thor',a@b", "'<a@b> 1 +0000','',a@b",
    "'\"Thor, A\" <a(at)b> 1 +0000','\"Thor, A\"',a(at)b", "'A <a@b <c>> 1 +0000',A,'a@b <c>'",
    "'A U Thor','A U Thor',''", "'A <> 1 +0000',A,''"})
  void keepsNameAndAddressAsWritten(String line, String name, String address) {
    assertThat(text("author " + line + "\ncommitter x\n\n").author())
        .isEqualTo(new Mailbox(name, address));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,''", "ISO-8859-1,'encoding ISO-8859-1\n'", "ISO-8859-1,''",
    "ISO-8859-1,'encoding no such thing\n'", "ISO-8859-1,'encoding UTF-8\n'",
    "UTF-8,'encoding x-nonsense\n'"})
  void decodesMessagesLeniently(String charset, String header) {
    byte[] raw = (TREE + "author Jö <a@b> 1 +0000\ncommitter x\n" + header + "\ngrün\n")
        .getBytes(Charset.forName(charset));

    assertThat(new CommitText(raw).message()).isEqualTo("grün\n");
    assertThat(new CommitText(raw).author().name()).isEqualTo("Jö");
  }

  @Test
  void readsNoBytesWithAnException() {
    long seed = Long.getLong("seed", new Random().nextLong());
    Random random = new Random(seed);
    byte[] whole = (TREE
        + "author A <a@b> 1 +0000\ncommitter C <c@d> 1 +0000\nencoding UTF-8\n\nx\n")
        .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 5_000; i++) {
      byte[] raw = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
      for (int j = random.nextInt(4); j > 0 && raw.length > 0; j--) {
        raw[random.nextInt(raw.length)] = (byte) random.nextInt(256);
      }
      CommitText text = new CommitText(raw);
      assertThat(text.author() + text.message() + text.authored() + text.committed())
          .as("-Dseed=%d", seed)
          .isNotNull();
    }
  }

  private static CommitText text(String rest) {
    return new CommitText((TREE + rest).getBytes(StandardCharsets.UTF_8));
  }
}
