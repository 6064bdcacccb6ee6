package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.mail.MessageId;
import dev.chesterton.web.view.Address;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From id to link to page: any character survives. */
class MessageIdPathTest {

  private static final String ALPHABET = "ab9./%$+&?#;=~!*'()[]{}|^`\\:,@_-\"é漢😀";

  @Test
  void oddIdsLeadToTheirMail(@TempDir Path folder) {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("MessageIdPathTest: replay with -Dseed=" + seed);
    Set<String> ids = ids(new Random(seed));
    StringBuilder mailbox = new StringBuilder();
    ids.forEach(id -> mailbox
        .append("From mboxrd@z Thu Jan  1 00:00:00 1970\nFrom: a@example.org\n")
        .append("Subject: [PATCH] for ")
        .append("x\nDate: Mon, 10 Jun 2024 09:45:17 +0000\nMessage-ID: <")
        .append(id)
        .append(">\n\nthis is ")
        .append(marker(id))
        .append(
            "\n---\ndiff --git a/f.c b/f.c\n--- a/f.c\n+++ b/f.c\n@@ -1 +1 @@\n-old\n+new\n\n"));
    try (TestServer server = TestServer.of(mailbox.toString(), folder)) {
      for (String id : ids) {
        MessageId message = new MessageId(id);
        String mail = Address.mail("odd", message);
        assertThat(server.ask("GET", mail).text()).as("%s at %s", id, mail).contains(marker(id));
        assertThat(server.ask("GET", mail + "raw").body()).as(id).contains(marker(id));
        assertThat(server.ask("GET", mail + "t/").text()).as(id).contains(marker(id));
        assertThat(server.ask("GET", Address.review(message)).text()).as(id).contains(marker(id));
        Answer onItsList = server.ask("GET", Address.message(message));
        assertThat(onItsList.header("Location")).as(id).isEqualTo(mail);
      }
      server.get("/search?q=b%3Athis&sort=oldest");
    }
  }

  private static String marker(String id) {
    return "mail" + Integer.toHexString(id.hashCode()) + "x" + id.length();
  }

  private static Set<String> ids(Random random) {
    Set<String> ids = new LinkedHashSet<>(Set.of("a/b@example.org", "a%2Fb@example.org",
        "50%@example.org", "a+b@example.org", "a/../b@example.org", "$x$@y", "..a@b", "a;b=c@d",
        "t/", "raw@x/raw", ".json@x", "a\\b@c", "review@x", "%00@x", "//x@y", "a?b#c@d"));
    int[] points = ALPHABET.codePoints().toArray();
    while (ids.size() < 60) {
      StringBuilder id = new StringBuilder("i");
      for (int i = random.nextInt(12); i >= 0; i--) {
        id.appendCodePoint(points[random.nextInt(points.length)]);
      }
      ids.add(id.append("@example.org").toString());
    }
    return ids;
  }
}
