package dev.chesterton.cli.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.cli.Outside;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One call after the other, with a sender and a server of the test's own. */
class SendHookTest {
  private static final Optional<Sender> SENDER = Optional.of(new Sender("1-1", List.of()));

  @TempDir
  private Path home;
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void open() {
    environment.put("HOME", home.toString());
  }

  @Test
  void sinceGitTellsThePlaceItCountsWhateverTheSubjectSays() throws IOException {
    assertThat(run(1, 3, SendingHome.hidden(""))).isEqualTo(Decision.PASS);
    assertThat(run(2, 3, SendingHome.harmless(""))).isEqualTo(Decision.PASS);
    assertThat(said()).isEmpty();
    assertThat(run(3, 3, SendingHome.harmless(""))).isEqualTo(Decision.STOP);
    assertThat(said()).contains("1.patch: ", "1 error in 1 of 3 patches");
  }

  @Test
  void withoutASenderEachMailReportsForItself() throws IOException {
    Path mail = mail("a.patch", SendingHome.hidden(" 1/3"));
    assertThat(SendHook.run(new HookCall(mail, false, false), outside(), Optional.empty()))
        .isEqualTo(Decision.STOP);
  }

  @Test
  void aServerIsAskedWithTheMailAsItWillBeSent() throws IOException {
    try (AnsweringServer server = new AnsweringServer().answers(AnsweringServer.finding(
        "removes \\u001b[31ma guard\\u202e"))) {
      use(server);
      assertThat(run(1, 1, SendingHome.harmless(""))).isEqualTo(Decision.STOP);
      assertThat(server.asked()).singleElement()
          .asString()
          .startsWith("POST /api/check?only=findings\n"
              + "Date: Fri, 2 Jan 2026 03:04:05 GMT\nFrom: Ann")
          .doesNotContain("5 Mar 2024");
      assertThat(said()).contains("fs/a.c:7: WARNING: removes \\x1b[31ma guard\\u202e"
          + " [guard-removed]", "chesterton (" + server.address() + "): 1 warning")
          .doesNotContain("\u001b", "\u202e");
    }
  }

  @Test
  void whatIsFlaggedIsAskedAboutAgainBesideTheWholeSeries() throws IOException {
    try (AnsweringServer server = new AnsweringServer().answers(AnsweringServer.finding("a"))
        .answers(AnsweringServer.nothing())
        .answers("[" + AnsweringServer.nothing() + "," + AnsweringServer.nothing() + "]")) {
      use(server);
      assertThat(run(1, 2, SendingHome.harmless(" 1/2"))).isEqualTo(Decision.PASS);
      assertThat(run(2, 2, SendingHome.harmless(" 2/2"))).isEqualTo(Decision.PASS);
      assertThat(server.asked()).hasSize(3);
      assertThat(server.asked().getLast()).contains("\nFrom chesterton ", "[PATCH 1/2]",
          "[PATCH 2/2]");
      assertThat(said()).isEmpty();
    }
  }

  @Test
  void aServerThatIsAskedTooOftenIsAskedAtTheEndAboutAll() throws IOException {
    try (AnsweringServer server = new AnsweringServer().answers(429, "Retry-After: 1", "{}")
        .answers(AnsweringServer.nothing())
        .answers("[" + AnsweringServer.finding("a") + "," + AnsweringServer.nothing() + "]")) {
      use(server);
      assertThat(run(1, 2, SendingHome.harmless(" 1/2"))).isEqualTo(Decision.PASS);
      assertThat(run(2, 2, SendingHome.harmless(" 2/2"))).isEqualTo(Decision.STOP);
      assertThat(said()).contains("1 warning in 1 of 2 patches");
    }
  }

  @Test
  void aRuleTheUserHasSwitchedOffIsNotHeardFromAServerEither() throws IOException {
    try (AnsweringServer server = new AnsweringServer().answers(AnsweringServer.finding("a"))) {
      use(server, "[rule]\n\tguard-removed = false\n");
      assertThat(run(1, 1, SendingHome.harmless(""))).isEqualTo(Decision.PASS);
      assertThat(said()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      200 |                            | no json               | no JSON of a check
      200 |                            | {}                    | has no findings
      200 |                            | [                     | no JSON of a check
      200 |                            | {"findings":[{}]}     | has no 'rule'
      200 |                            | {"findings":[{"rule":"a","severity":"dire","place":"b","claim":"c"}]} | severity 'dire'
      302 | Location: http://192.0.2.1/ | moved                | status 302
      500 |                            | {}                    | status 500
      """)
  void anAnswerOfNoUseIsOneLineAndTheMailGoes(int status, String header, String body,
      String words) throws IOException {
    try (AnsweringServer server = new AnsweringServer().answers(status,
        Optional.ofNullable(header).orElse(""), body)) {
      use(server);
      assertThat(run(1, 1, SendingHome.harmless(""))).isEqualTo(Decision.LET_GO);
      assertThat(said()).contains(words, "; sent without a check").hasLineCount(1);
    }
  }

  @Test
  void aServerThatIsAwayIsToldOfOnceForASeriesAndAskedOnce() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    configure("[chesterton]\n\tcheckServer = http://127.0.0.1:" + free + "/\n");
    assertThat(run(1, 3, SendingHome.harmless(" 1/3"))).isEqualTo(Decision.PASS);
    assertThat(run(2, 3, SendingHome.harmless(" 2/3"))).isEqualTo(Decision.PASS);
    assertThat(run(3, 3, SendingHome.harmless(" 3/3"))).isEqualTo(Decision.LET_GO);
    assertThat(said()).contains("no check by http://127.0.0.1:" + free + "/", "; sent without")
        .hasLineCount(1);
  }

  @Test
  void remainsOfASendingThatWasBrokenOffAreRemoved() throws IOException {
    Path old = Files.createDirectories(home.resolve(".cache/chesterton/hook/999999999-1"));
    Files.writeString(old.resolve("00000001-a-b.mail"), "x");
    assertThat(run(1, 2, SendingHome.harmless(" 1/2"))).isEqualTo(Decision.PASS);
    assertThat(old).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"[chesterton],chesterton", "[chesterton]\tnonsense = 1,nonsense"})
  void aSettingThatIsWrongHoldsNothingUp(String text, String named) throws IOException {
    configure(text.replace("]\\t", "]\n\t") + "\n\thookTimeout = never\n");
    assertThat(run(1, 1, SendingHome.harmless(""))).isEqualTo(Decision.LET_GO);
    assertThat(said()).contains(named, "; sent without a check").hasLineCount(1);
  }

  private void use(AnsweringServer server) throws IOException {
    use(server, "");
  }

  private void use(AnsweringServer server, String more) throws IOException {
    configure("[chesterton]\n\tcheckServer = " + server.address() + "\n" + more);
  }

  private void configure(String text) throws IOException {
    Files.writeString(Files.createDirectories(home.resolve(".config/chesterton")).resolve("config"),
        text);
  }

  private Path mail(String name, String text) throws IOException {
    return Files.writeString(home.resolve(name), text);
  }

  private Decision run(int counter, int total, String text) throws IOException {
    environment.put("GIT_SENDEMAIL_FILE_COUNTER", counter + "");
    environment.put("GIT_SENDEMAIL_FILE_TOTAL", total + "");
    return SendHook.run(new HookCall(mail(counter + ".patch", text), false, false), outside(),
        SENDER);
  }

  private Outside outside() {
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Outside(new ByteArrayInputStream(new byte[0]), stream, stream,
        Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC), environment, home);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
