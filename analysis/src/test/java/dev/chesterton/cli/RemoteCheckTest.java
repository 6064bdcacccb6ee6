package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import dev.chesterton.cli.hook.AnsweringServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} with a server, and with neither server nor store. */
class RemoteCheckTest {
  @TempDir
  private Path home;
  private TestOutside outside;
  private Path patch;

  @BeforeEach
  void open() throws IOException {
    outside = new TestOutside(home);
    patch = Files.copy(Checkout.sample("hidden-direction.mbox"), home.resolve("a.mbox"));
  }

  @Test
  void aServerIsAskedAndNamed() {
    try (AnsweringServer server = new AnsweringServer()
        .answers(AnsweringServer.finding("removes \\u001ba guard"))) {
      assertThat(check(server, "check", "a.mbox")).isEqualTo(1);
      assertThat(outside.out()).isEqualToIgnoringNewLines(
          "fs/a.c:7: WARNING: removes \\x1ba guard [guard-removed]    87826df0ec36");
      assertThat(outside.err())
          .isEqualToIgnoringNewLines("chesterton: asked " + server.address());
      assertThat(check(server, "check", "--fail-on", "error", "--terse", "a.mbox")).isZero();
      assertThat(outside.out()).hasLineCount(1);
      assertThat(server.asked().getFirst()).startsWith("POST /api/check?only=findings\n");
    }
  }

  @Test
  void aCleanPatchPrintsNothingAtAll() {
    try (AnsweringServer server = new AnsweringServer().answers(AnsweringServer.nothing())) {
      assertThat(check(server, "check", "--terse", "a.mbox")).isZero();
      assertThat(outside.out() + outside.err()).isEmpty();
    }
  }

  @Test
  void jsonIsHandedOnWithoutWhatATerminalObeys() {
    try (AnsweringServer server = new AnsweringServer()
        .answers("{\"findings\":[],\"subject\":\"\u009b31m\u202e\"}")) {
      assertThat(check(server, "check", "--format", "json", "--as-of", "sent", "a.mbox"))
          .isZero();
      assertThat(outside.out()).isEqualToIgnoringNewLines(
          "{\"findings\":[],\"subject\":\"\\u009b31m\\u202e\"}");
      assertThat(server.asked().getFirst()).startsWith("POST /api/check?as-of=sent\n");
    }
  }

  @Test
  void aServerThatIsAwayIsNamed() {
    AnsweringServer server = new AnsweringServer();
    server.close();
    assertThat(check(server, "check", "a.mbox")).isEqualTo(74);
    assertThat(outside.err()).contains("no check by " + server.address()).hasLineCount(1);
  }

  @Test
  void aStoreThatIsNamedBesideIsAskedInItsPlace() {
    try (AnsweringServer server = new AnsweringServer().answers(AnsweringServer.nothing())) {
      assertThat(check(server, "--store", "gone", "check", "a.mbox")).isEqualTo(66);
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void withoutStoreAndServerTheRulesThatNeedNoneAreAsked() {
    assertThat(outside.run("check", "--terse", patch.toString())).isEqualTo(1);
    assertThat(outside.out()).contains("[hidden-direction]");
    assertThat(outside.err()).contains("no store in '", "only rules that need none were asked")
        .hasLineCount(1);
    assertThat(outside.run("check", "--format", "json", patch.toString())).isEqualTo(1);
    assertThat(outside.out()).contains("\"reach\":{\"archives\":[],\"trees\":[]}");
  }

  private int check(AnsweringServer server, String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--config";
    all[1] = "checkServer=" + server.address();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return outside.run(all);
  }
}
