package dev.chesterton.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplyHeadTest {

  private static Message mail(String head) {
    return Mails.parse(head + "\n\ntext\n");
  }

  @Test
  void answersTheAuthorAndAllWhoHadTheMail() {
    assertThat(ReplyHead.of(mail("""
        From: Jiří Vondráček <jiri@example.org>
        To: linux-cairnfs@example.org
        Cc: "Brandt, Ilse" <ilse@example.com>, jiri@example.org
        Subject: Re: [PATCH] cairnfs: drop it
        Message-ID: <two@example.org>
        In-Reply-To: <one@example.org>
        References: <zero@example.org> <one@example.org>"""))).isEqualTo("""
        To: =?UTF-8?B?SmnFmcOtIFZvbmRyw6HEjWVr?= <jiri@example.org>
        Cc: linux-cairnfs@example.org,
         "Brandt, Ilse" <ilse@example.com>
        Subject: Re: [PATCH] cairnfs: drop it
        In-Reply-To: <two@example.org>
        References: <zero@example.org>
         <one@example.org>
         <two@example.org>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=UTF-8
        Content-Transfer-Encoding: 8bit

        """);
  }

  @Test
  void anAddressThatIsNoneIsLeftOut() {
    assertThat(ReplyHead.of(mail("""
        From: a b <not an address>
        Subject: s
        Message-ID: <x@example.org>"""))).doesNotContain("\nTo: ").startsWith("Subject: Re: s\n");
  }

  /** Whatever an encoded word hides, no header of its own comes of it (compare CVE-2024-21742). */
  @Test
  void noHeaderHasMoreLinesThanMeant() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("ReplyHeadTest: replay with -Dseed=" + seed);
    Random random = new Random(seed);
    List<String> evil = List.of("\r\nBcc: x@example.org", "\n\nbody", "\u2028X: y", "\0", "é",
        "long ".repeat(40), "\"", "<>", ",", "=?", "\t");
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder("a");
      for (int i = 0; i < 4; i++) {
        text.append(evil.get(random.nextInt(evil.size())));
      }
      String word = "=?UTF-8?B?" + Base64.getEncoder()
          .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8)) + "?=";
      String head = ReplyHead.of(mail("From: " + word + " <a@example.org>\nTo: " + word
          + " <b@example.org>\nSubject: " + word + "\nMessage-ID: <x@example.org>"));
      assertThat(head.lines()
          .filter(line -> !line.isEmpty() && !line.startsWith(" ")
              && !line.startsWith("\t"))
          .map(line -> line.substring(0, line.indexOf(':'))))
          .as(text.toString())
          .containsExactly("To", "Cc", "Subject", "In-Reply-To", "References", "MIME-Version",
              "Content-Type", "Content-Transfer-Encoding");
      assertThat(head.indexOf("\n\n")).isEqualTo(head.length() - 2);
    }
  }
}
