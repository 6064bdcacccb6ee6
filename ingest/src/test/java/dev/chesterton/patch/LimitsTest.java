package dev.chesterton.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.source.Problem;
import dev.chesterton.source.Provenance;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where a mail is cut, a problem says so. */
class LimitsTest {
  private static final ReadLimits SMALL = new ReadLimits(1 << 20, 3_000, 2_000, 3, 2, 300, 70, 4, 2,
      3, 5, 200, 1 << 30, 8 << 20, 2_000);

  /** Only headers, files and hunks are short. */
  private static final ReadLimits LONG = new ReadLimits(1 << 20, 1 << 20, 1 << 20, 3, 2, 300, 70, 4,
      2, 3, 5, 200, 1 << 30, 8 << 20, 2_000);
  private static final String HEAD = """
      From: A <a@example.org>
      Message-ID: <1@x>
      Date: Mon, 10 Jun 2024 10:00:00 +0000
      Subject: [PATCH] x
      """;
  private static final String FILE = """
      diff --git a/f%d b/f%d
      --- a/f%d
      +++ b/f%d
      @@ -1 +1 @@
      -a
      +b
      """;

  @Test
  void aMailWithinAllLimitsHasNoProblem() {
    assertThat(problems(HEAD + "\nlog\n---\n" + FILE.replace("%d", "1"))).isEmpty();
  }

  @Test
  void headerBlock() {
    assertThat(problems(HEAD + repeated(40, "X-%d: " + "y".repeat(90) + "\n") + "\ntext\n"))
        .contains("header block longer than 3000 bytes; further fields are dropped");
  }

  @Test
  void oneHeader() {
    assertThat(problems(HEAD + "X-Long: " + "y".repeat(400) + "\n\ntext\n"))
        .contains("header 'x-long' cut at 300 bytes");
  }

  @Test
  void text() {
    assertThat(problems(HEAD + "\n" + "word ".repeat(1_000) + "\n"))
        .contains("text cut at 2000 characters");
  }

  @Test
  void parts() {
    assertThat(problems(multipart("b", repeated(9, "--b\n\npart %d\n") + "--b--\n")))
        .contains("more than 3 parts; the rest is left out");
  }

  @Test
  void depth() {
    String inner = "";
    for (int level = 5; level > 0; level--) {
      inner = "--b" + level + "\nContent-Type: multipart/mixed; boundary=b" + (level + 1) + "\n\n"
          + inner + "--b" + level + "--\n";
    }
    assertThat(problems(multipart("b1", inner)))
        .contains("parts nested deeper than 2 are not opened");
  }

  @Test
  void boundary() {
    String boundary = "b".repeat(71);
    assertThat(problems(multipart(boundary, "--" + boundary + "\n\nx\n--" + boundary + "--\n")))
        .contains("a multipart has no usable boundary; it is read as text");
  }

  @Test
  void references() {
    assertThat(problems(HEAD + "References:" + repeated(6, " <%d@x>") + "\n\ntext\n"))
        .contains("6 references; only the last 4 count");
  }

  @Test
  void filesAndHunks() {
    String cut = "diff cut at 2 files and 3 hunks";
    assertThat(problems(HEAD + "\nlog\n---\n" + repeated(3, FILE))).contains(cut);
    assertThat(problems(HEAD + "\nlog\n---\n" + FILE.replace("%d", "1")
        + "@@ -5 +5 @@\n-a\n+b\n".repeat(3))).contains(cut);
  }

  /** A diff with more oddities than are kept says all the same where it was cut. */
  @Test
  void theCutOfAnOddDiff() {
    String odd = "x\n@@@ -1 -1 +1 @@@\n".repeat(150);
    assertThat(problems(HEAD + "\nlog\n---\n" + FILE.replace("%d", "1") + odd
        + repeated(3, FILE), LONG)).contains("diff cut at 2 files and 3 hunks");
  }

  @Test
  void citations() {
    assertThat(problems(HEAD + "\n" + repeated(8,
        "Link: https://lore.kernel.org/r/2024%d@example.org\n")))
        .anySatisfy(problem -> assertThat(problem).endsWith("citations; only the first 5 count"));
  }

  @Test
  void moreProblemsThanAreKept() {
    String many = repeated(80, "X-%d: " + "y".repeat(400) + "\n");
    assertThat(problems(HEAD + many + "\ntext\n", LONG)).hasSize(51)
        .last()
        .isEqualTo("more is odd than is listed here");
  }

  private static String multipart(String boundary, String body) {
    return HEAD + "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n" + body;
  }

  /** So often, with the number in the place of {@code %d}. */
  private static String repeated(int times, String text) {
    return IntStream.range(0, times)
        .mapToObj(i -> text.replace("%d", Integer.toString(i)))
        .collect(Collectors.joining());
  }

  private static List<String> problems(String mail) {
    return problems(mail, SMALL);
  }

  private static List<String> problems(String mail, ReadLimits limits) {
    RawMail raw = new RawMail(mail.getBytes(StandardCharsets.UTF_8),
        new Provenance.InFile(Path.of("box"), 0), RawMail.Form.MAIL);
    return PatchParser.read(raw, limits).problems().stream().map(Problem::what).toList();
  }
}
