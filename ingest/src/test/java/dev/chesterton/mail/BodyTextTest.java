package dev.chesterton.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTextTest {
  private static final String DIFF = "--- a/f.c\n+++ b/f.c\n@@ -1 +1 @@\n-a\n+b\n";

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      base64           | SMOkbGzDtgo=       | Hällö
      base64           | SMOk*bGz!DtgpX     | Hällö
      base64           | SMOkbGzDtg         | Hällö
      quoted-printable | H=C3=A4ll=C3=B6    | Hällö
      quoted-printable | H=C3=A4l=zl=C3=B6= | Häl=zlö
      x-unknown        | as it is           | as it is
      """)
  void brokenTransferEncodingsAreTolerated(String encoding, String body, String text) {
    assertThat(Mails.parse("Content-Type: text/plain; charset=utf-8\n"
        + "Content-Transfer-Encoding: " + encoding + "\n\n" + body).text()).startsWith(text);
  }

  @Test
  void charsetsThatAreUnknownAreReadAsUtf8OrElseByteForByte() {
    String head = "Content-Type: text/plain; charset=\"no such\"\n\n";

    assertThat(Mails.parse(head + "Grüße\n").text()).isEqualTo("Grüße\n");
    assertThat(Mails.parseLatin1(head + "Grüße\n").text()).isEqualTo("Grüße\n");
    assertThat(Mails.problems(head + "Grüße\n")).contains(
        "text names charset 'no such'; read as UTF-8");
  }

  @Test
  void overlongFormsNeverBecomeAscii() {
    byte[] mail = "Content-Type: text/plain; charset=utf-8\n\nx\u00c0\u00bcscript\n"
        .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Mails.parsed(mail).value().text()).doesNotContain("<").contains("\uFFFD");
  }

  @Test
  void aReplacementMarkTheSenderWroteIsNoDamage() {
    String mail = "Content-Type: text/plain; charset=utf-8\n\n\uFFFD\n";

    assertThat(Mails.parse(mail).text()).isEqualTo("\uFFFD\n");
    assertThat(Mails.problems(mail)).noneMatch(what -> what.contains("UTF-8"));
  }

  @Test
  void everyCharsetOfTheJvmIsRead() {
    for (String name : Charset.availableCharsets().keySet()) {
      assertThat(Mails.parse("Content-Type: text/plain; charset=" + name + "\n\nab\0cd\n").text())
          .as(name)
          .doesNotContain("\0");
    }
  }

  @Test
  void nulsGoAndTheTextBehindThemStays() {
    assertThat(Mails.parse("Subject: x\n\nbe\0fore\nbehind\n").text())
        .isEqualTo("before\nbehind\n");
  }

  @Test
  void linesEndWithOneLineFeedWhateverTheyEndedWith() {
    assertThat(Mails.parse("A: b\r\n\r\none\r\ntwo\r\r\nthree\rfour").text())
        .isEqualTo("one\ntwo\nthree four\n");
  }

  @Test
  void flowedLinesAreJoinedWithinTheirDepth() {
    String text = flowed("", """
        > quoted and\s
        > goes on
        >> deeper\s
        > not joined to it
        own words\s
        go on.
         From is unstuffed
        --\s
        Ann\s
        """);

    assertThat(text).isEqualTo("""
        > quoted and goes on
        >> deeper\s
        > not joined to it
        own words go on.
        From is unstuffed
        --\s
        Ann\s
        """);
  }

  @Test
  void delSpTakesTheSpaceOfTheSoftBreak() {
    assertThat(flowed("; delsp=yes", "split wo \nrd \n\n")).isEqualTo("split word\n\n");
  }

  @Test
  void linesOfADiffAreUnstuffedAndNeverJoined() {
    String text = flowed("", """
        Please take\s
        this:

        diff --git a/f.c b/f.c
        --- a/f.c
        +++ b/f.c
        @@ -1,3 +1,3 @@
          context\s
         \s
        -old\s
        +new
        --\s
        Ann
        """);

    assertThat(text).isEqualTo("""
        Please take this:

        diff --git a/f.c b/f.c
        --- a/f.c
        +++ b/f.c
        @@ -1,3 +1,3 @@
         context\s
        \s
        -old\s
        +new
        --\s
        Ann
        """);
  }

  @Test
  void aQuotedDiffDoesNotHoldUpTheWordsBelow() {
    assertThat(flowed("", "> @@ -1 +1 @@\n> -a \n> +b\nWhy \nthis?\n"))
        .isEqualTo("> @@ -1 +1 @@\n> -a \n> +b\nWhy this?\n");
  }

  @Test
  void plainTextIsPreferredToItsHtmlTwin() {
    Message message = Mails.parse(multipart("alternative",
        "Content-Type: text/plain\n\nplain\n", "Content-Type: text/html\n\n<p>html</p>\n"));

    assertThat(message.text()).isEqualTo("plain\n");
    assertThat(message.attachments()).isEmpty();
  }

  @Test
  void htmlWithoutTwinBecomesText() {
    Message message = Mails.parse("""
        Content-Type: text/html

        <html><head><title>no</title><style>p {}</style></head><body>
        <p>Hello   <b>Ann</b>,<br>see <a href="https://example.org/x">this</a> and
        <a href="https://example.org/y">https://example.org/y</a></p>
        <div style="display: none">hidden</div><script>alert(1)</script>
        <blockquote><div>first</div><blockquote>second</blockquote></blockquote>
        <pre>int  a;
          b;</pre><ul><li>one</li><li>two</li></ul>
        </body></html>
        """);

    assertThat(message.text()).isEqualTo("""
        Hello Ann,
        see this <https://example.org/x> and https://example.org/y

        > first

        > > second

        int  a;
          b;

        * one
        * two
        """);
  }

  @Test
  void attachedDiffsAreAppendedAndOtherPartsNamed() {
    Message message = Mails.parse(multipart("mixed", "\nSee attached.\n",
        "Content-Type: text/x-patch\nContent-Disposition: attachment; filename=a.patch\n\n" + DIFF,
        "Content-Type: application/octet-stream; name=\"b.diff\"\n"
            + "Content-Transfer-Encoding: base64\n\n"
            + Base64.getMimeEncoder().encodeToString(DIFF.getBytes(StandardCharsets.UTF_8)) + "\n",
        """
            Content-Type: image/png
            Content-Disposition: attachment; filename*=utf-8''s%C3%A4.png
            Content-Transfer-Encoding: base64

            AAAA
            """));

    assertThat(message.text()).isEqualTo("See attached.\n" + DIFF + DIFF);
    assertThat(message.attachments()).containsExactly(
        new Message.Attachment("sä.png", "image/png", 3));
  }

  @Test
  void aMailWithinTheMailIsShownWithItsHead() {
    Message message = Mails.parse(multipart("mixed", "\nForwarded:\n",
        "Content-Type: message/rfc822\n\nFrom: Ann <ann@example.org>\nSubject: inner\n\n" + DIFF));

    assertThat(message.text()).isEqualTo(
        "Forwarded:\n\nFrom: Ann <ann@example.org>\nSubject: inner\n\n" + DIFF);
  }

  @Test
  void unclosedMultipartReachesToTheEnd() {
    Message message = Mails.parse("""
        Content-Type: multipart/mixed; boundary=b

        preamble
        --b

        one
        --b

        two
        """);

    assertThat(message.text()).isEqualTo("one\ntwo\n");
  }

  @Test
  void multipartWithoutItsBoundaryIsReadAsText() {
    assertThat(Mails.parse("Content-Type: multipart/mixed; boundary=b\n\nwords\n").text())
        .isEqualTo("words\n");
    assertThat(Mails.parse("Content-Type: multipart/mixed\n\nwords\n").text())
        .isEqualTo("words\n");
  }

  @Test
  void deepNestingAndFloodsOfPartsAreCutAndSaySo() throws InterruptedException {
    StringBuilder deep = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\n\n");
    for (int i = 0; i < 5_000; i++) {
      deep.append("--b")
          .append(i)
          .append("\nContent-Type: multipart/mixed; boundary=b")
          .append(i + 1)
          .append("\n\n");
    }
    String flood = "Content-Type: multipart/mixed; boundary=b\n\n"
        + "--b\nContent-Type: image/png\n\nx\n".repeat(20_000);

    // A small stack shows that no level costs a frame.
    Thread small = new Thread(null, () -> Mails.parse(deep.toString()), "small stack", 256 << 10);
    small.start();
    small.join();

    assertThat(Mails.problems(deep.toString())).anyMatch(problem -> problem.contains("deeper"));
    assertThat(Mails.parse(flood).attachments()).hasSize(1_000);
    assertThat(Mails.problems(flood)).anyMatch(problem -> problem.contains("1000 parts"));
  }

  @Test
  void deepHtmlCostsNoStack() {
    String html = "Content-Type: text/html\n\n" + "<div><blockquote>".repeat(50_000) + "words";

    assertThat(Mails.parse(html).text()).contains("words");
  }

  private static String flowed(String parameters, String text) {
    return Mails.parse("Content-Type: text/plain; format=flowed" + parameters + "\n\n" + text)
        .text();
  }

  private static String multipart(String kind, String... parts) {
    return "Content-Type: multipart/" + kind + "; boundary=\"=_x\"\n\n--=_x\n"
        + String.join("\n--=_x\n", parts) + "\n--=_x--\n";
  }
}
