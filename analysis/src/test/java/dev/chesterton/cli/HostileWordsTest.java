package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words of a mail that a terminal or a client would obey are words to the command line. */
class HostileWordsTest {
  private static final List<List<String>> VERBS = List.of(
      List.of("-v", "ingest", "--list", "l", "box"),
      List.of("show", "1@x"), List.of("show", "--format", "json", "1@x"), List.of("check", "box"),
      List.of("check", "--format", "json", "box"), List.of("check", "--format", "sarif", "box"),
      List.of("check", "--terse", "box"), List.of("check", "--format", "b4", "box"),
      List.of("check", "--format", "b4lines", "box"),
      List.of("check", "--format", "patchwork", "box"), List.of("search", "text"),
      List.of("search", "--format", "jsonl", "text"), List.of("verify", "--deep"));

  @TempDir
  private Path home;

  @Test
  void noControlCharacterOfAMailReachesTheTerminal() throws IOException {
    String hostile = "\u001b]52;c;aGk=\u0007\u001b[2J\u009b1m\u0001x";
    Files.writeString(home.resolve("box"), mail(hostile));
    TestOutside outside = new TestOutside(home);
    for (List<String> verb : VERBS) {
      outside.run(verb.toArray(String[]::new));
      assertThat((outside.out() + outside.err()).chars())
          .as(verb.toString())
          .allMatch(c -> c == '\n' || c == '\t' || c >= ' ' && (c < 0x7f || c > 0x9f));
    }
  }

  @Test
  void noLinkOfAMailIsFetched() throws IOException {
    try (ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      listener.configureBlocking(false);
      String address = "http://127.0.0.1:" + listener.socket().getLocalPort() + "/";
      Files.writeString(home.resolve("box"), mail(address));
      TestOutside outside = new TestOutside(home);
      for (List<String> verb : VERBS) {
        outside.run(verb.toArray(String[]::new));
      }
      assertThat(outside.out()).contains("is sound");
      assertThat(listener.accept()).isNull();
    }
  }

  private static String mail(String word) {
    return """
        From ann@example.org Sat Jun 01 10:00:00 2024
        From: Ann %1$s <ann@example.org>
        Message-ID: <1@x>
        Date: 01 Jun 2024 10:00:00 +0000
        Subject: [PATCH] text %1$s
        List-Archive: <%1$s>
        X-Odd: %1$s
        References: <%1$s@x>

        text %1$s
        Link: %1$s
        Closes: %1$s
        ---
        diff --git a/f%1$s.c b/f%1$s.c
        --- a/f%1$s.c
        +++ b/f%1$s.c
        @@ -1,2 +1,2 @@ %1$s
        -a %1$s
        +if (a < b < 3) b("%1$s");
         c

        """.formatted(word);
  }
}
