package dev.chesterton.source;

import static dev.chesterton.Archives.SEPARATOR;
import static dev.chesterton.source.Arrivals.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Archives;
import dev.chesterton.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the variants of mbox quote, and what becomes of it. */
class MboxVariantsTest {
  private static final String QUOTED = "A: b\n\n>From x\n>>From y\n> From z\n";

  @TempDir
  Path folder;

  @Test
  void eachVariantLosesTheMarksItsWritersPutThere() throws IOException {
    String mbox = SEPARATOR + QUOTED + "\n";

    assertThat(read(mbox, MailFormat.MBOXRD))
        .containsExactly("A: b\n\nFrom x\n>From y\n> From z\n");
    assertThat(read(mbox, MailFormat.MBOXO))
        .containsExactly("A: b\n\nFrom x\n>>From y\n> From z\n");
    assertThat(read(mbox, MailFormat.MBOXCL2)).containsExactly(QUOTED);
  }

  @Test
  void lengthsThatLeadOnMakeAnMboxcl2() throws IOException {
    String first = "A: b\nContent-Length: 60\n\n" + "body\n\n" + SEPARATOR
        + "\n>From here\n\nend\n";
    String second = "C: d\ncontent-length: 2\n\nx\n";

    String right = first.replace("60", "62");
    assertThat(read(SEPARATOR + right + "\n" + SEPARATOR + second + "\n", MailFormat.AUTO))
        .containsExactly(right, second);
    assertThat(read(SEPARATOR + first + "\n" + SEPARATOR + second + "\n", MailFormat.AUTO))
        .hasSize(3);
  }

  @Test
  void oneWrongLengthAmongTheFirstMakesAnotherVariant() throws IOException {
    String right = "A: b\nContent-Length: 8\n\n>From x\n";
    String wrong = "C: d\nContent-Length: 7\n\n>From x\n";

    assertThat(read(SEPARATOR + right + "\n" + SEPARATOR + wrong + "\n", MailFormat.AUTO))
        .containsExactly(right.replace(">", ""), wrong.replace(">", ""));
  }

  @Test
  void wrongLengthFallsBackToSeparators() throws IOException {
    for (String length : List.of("0", "7", "10", "12", "999999", "99999999999", "-1", "x", "")) {
      String wrong = "A: b\nContent-Length: " + length + "\n\n>From x\n";
      String next = "C: d\nContent-Length: 9\n\nFrom now\n";

      assertThat(read(SEPARATOR + wrong + "\n" + SEPARATOR + next + "\n", MailFormat.MBOXCL2))
          .as(length)
          .containsExactly(wrong, next);
    }
  }

  @Test
  void lengthMayLeadToTheEndOrToASeparatorWithoutAnEmptyLine() throws IOException {
    String bare = "A: b\nContent-Length: 1\n\nx";

    assertThat(read(SEPARATOR + bare, MailFormat.AUTO)).containsExactly(bare);
    assertThat(read(SEPARATOR + bare + "\n" + SEPARATOR + bare + "\n", MailFormat.AUTO))
        .containsExactly(bare, bare);
  }

  @Test
  void carriageReturnsCountAsWritten() throws IOException {
    String mail = "A: b\r\nContent-Length: 10\r\n\r\nFrom me\r\n\n";
    String separator = SEPARATOR.replace("\n", "\r\n");

    assertThat(read(separator + mail + "\r\n" + separator + mail, MailFormat.AUTO))
        .containsExactly(mail, mail);
  }

  @Test
  void bodiesLongerThanTheLimitAreSplitBySeparators() throws IOException {
    String mail = "A: b\nContent-Length: 200\n\n" + "y".repeat(199) + "\n";
    Path file = Archives.write(folder.resolve("mbox"), SEPARATOR + mail + "\n" + SEPARATOR + mail);

    List<RawMail> mails = Arrivals.mails(Arrivals.of(file, MailFormat.MBOXCL2,
        new ReadLimits(100, 100, 100, 9, 9)));

    assertThat(mails).hasSize(2).allMatch(raw -> raw.bytes().length == 100);
    assertThat(mails).allMatch(raw -> raw.problems().size() == 1);
  }

  @Test
  void allVariantsSurviveWriteAndRead() throws IOException {
    Random random = Seed.printed("MboxVariantsTest");
    for (int round = 0; round < 20; round++) {
      List<String> mails = mails(random);

      assertThat(read(Archives.mboxrd(mails), MailFormat.MBOXRD)).isEqualTo(mails);
      assertThat(withoutLength(read(Archives.mboxcl2(mails), MailFormat.AUTO))).isEqualTo(mails);
      assertThat(read(Archives.mboxo(mails), MailFormat.MBOXO))
          .isEqualTo(map(mails, mail -> mail.replaceAll("(?m)^>From ", "From ")));
    }
  }

  private static List<String> mails(Random random) {
    List<String> lines = List.of(SEPARATOR.strip(), ">From x", ">>From y", "From", "", ">", "text",
        "From me Mon Jan  1 00:00:00 2020", "\rx", "tail\r", "y".repeat(70_000));
    List<String> mails = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      StringBuilder mail = new StringBuilder("A: b\n\n");
      random.ints(random.nextInt(9), 0, lines.size())
          .forEach(line -> mail.append(lines.get(line)).append('\n'));
      mails.add(mail.toString());
    }
    return mails;
  }

  private static List<String> withoutLength(List<String> mails) {
    return map(mails, mail -> mail.replaceFirst("Content-Length: [0-9]+\n", ""));
  }

  private static List<String> map(List<String> mails, Function<String, String> change) {
    return mails.stream().map(change).toList();
  }

  private List<String> read(String mbox, MailFormat format) throws IOException {
    return texts(Arrivals.of(Archives.write(folder.resolve("mbox"), mbox), format));
  }
}
