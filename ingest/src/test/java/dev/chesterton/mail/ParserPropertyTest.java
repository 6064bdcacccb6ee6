package dev.chesterton.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Seed;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParserPropertyTest {
  private static final ReadLimits TIGHT = new ReadLimits(10_000, 500, 300, 5, 3);
  private static final List<String> PIECES = List.of("From", "Subject", "Date", "Received", ": ",
      "\n", "\r\n", "\n\n", "\n ", "Content-Type: multipart/mixed; boundary=b\n",
      "Content-Type: multipart/alternative; boundary*0=b; boundary*1*=%zz\n", "--b\n", "--b--\n",
      "Content-Type: message/rfc822\n\n", "Content-Type: text/html\n\n<blockquote><a href=x>",
      "Content-Type: text/plain; format=flowed; delsp=yes; charset=utf-16\n",
      "Content-Transfer-Encoding: base64\n", "Content-Transfer-Encoding: quoted-printable\n",
      "Content-Disposition: attachment; filename*0*=utf-8''%; filename*x=\"\\\n", "=?utf-8?b?",
      "=?x?q?=0A", "?=", "<", ">", "\"", "(", ")", ",", ";", "@", "> ", ">>", "On 1/1/22 A wrote:",
      "-- ", "diff --git a b\n", "@@ -1 +1 @@\n", "--- ", "+++ ",
      "31 Feb 99999999999 25:61:61 +9999",
      "-", "+", "T", "Z", "1", "Jan", "\0", "\u00ff", "\ud83d\ude00", "\t", "=", "=3D", "%", "*");

  @ParameterizedTest
  @EnumSource(RawMail.Form.class)
  void noBytesMakeAParserThrow(RawMail.Form form) {
    Random random = Seed.printed("ParserPropertyTest");
    for (int i = 0; i < 20_000; i++) {
      RawMail raw = Mails.raw(i % 5 == 0 ? noise(random) : pieces(random), form);
      Message message = MessageParser.parse(raw, i % 2 == 0 ? TIGHT : ReadLimits.DEFAULT).value();

      assertThat(message.text()).doesNotContain("\0", "\r");
      assertThat(message.id().value()).isNotEmpty();
      Quotes.of(message)
          .value()
          .forEach(quote -> assertThat(quote.fromLine()).isPositive()
              .isLessThanOrEqualTo(quote.toLine()));
    }
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] pieces(Random random) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    random.ints(random.nextInt(40), 0, PIECES.size())
        .mapToObj(PIECES::get)
        .forEach(piece -> bytes.writeBytes(piece.getBytes(
            random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1)));
    return bytes.toByteArray();
  }
}
