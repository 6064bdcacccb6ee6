package dev.chesterton.cli.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.SampleStore;
import dev.chesterton.cli.hook.SendingHome.Ended;
import dev.chesterton.index.IndexUpdate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hook as the git of the machine calls it. */
class SendEmailTest {
  private static final String STOPPED = "warning: no patches were sent";

  @TempDir
  private Path folder;
  private SendingHome home;

  @BeforeAll
  static void needsSendEmail() {
    SendingHome.needsSendEmail();
  }

  @BeforeEach
  void open() throws IOException {
    home = new SendingHome(folder);
    home.install(false);
  }

  @Test
  void aCleanPatchIsSentInSilence() throws IOException {
    Ended sent = home.send(home.mail("0001-a.patch", SendingHome.harmless("")));
    assertThat(sent.code()).as(sent.err()).isZero();
    assertThat(sent.told()).isEmpty();
  }

  @Test
  void aPatchWithAnErrorIsNotSentAndTheOutputIsTheSameTwice() throws IOException {
    Path mail = home.mail("0001-b.patch", SendingHome.hidden(""));
    Ended sent = home.send(mail);
    assertThat(sent.code()).isNotZero();
    assertThat(sent.err()).contains(STOPPED);
    assertThat(sent.told()).isEqualTo(
        """
            fs/cairnfs/file.c:16: ERROR: U+200B (zero width space) in column 3 is not seen [hidden-direction]
            chesterton (rules that need no store): 1 error in 1 of 1 patch; nothing is sent, \
            'git send-email --no-validate' sends it all the same
            """);
    assertThat(home.send(mail)).isEqualTo(sent);
  }

  @Test
  void belowFailOnItIsToldAndSent() throws IOException {
    home.configure("chesterton.rule.hidden-direction", "warning");
    home.configure("chesterton.failOn", "error");
    Ended sent = home.send(home.mail("0001-b.patch", SendingHome.hidden("")));
    assertThat(sent.code()).as(sent.err()).isZero();
    assertThat(sent.told()).contains(": WARNING: ", "1 warning in 1 of 1 patch; sent all the same");
  }

  @Test
  void theRepositoryMaySetRulesButNoServerAndNoStore() throws IOException {
    home.configureRepository("chesterton.checkServer", "http://192.0.2.1/");
    home.configureRepository("chesterton.store", "/nonexistent");
    home.configureRepository("chesterton.hookStrict", "true");
    home.configureRepository("chesterton.rule.hidden-direction", "false");
    Ended sent = home.send(home.mail("0001-b.patch", SendingHome.hidden("")));
    assertThat(sent.code()).as(sent.err()).isZero();
    assertThat(sent.told()).isEmpty();
  }

  @Test
  void aMailWithoutADiffPasses() throws IOException {
    Ended sent = home.send(home.mail("0001-c.patch", SendingHome.cover("")));
    assertThat(sent.code()).as(sent.err()).isZero();
    assertThat(sent.told()).isEmpty();
  }

  @Test
  void aSeriesIsToldOfAtItsLastMail() throws IOException {
    Ended sent = home.send(home.mail("0000-cover.patch", SendingHome.cover(" 0/3")),
        home.mail("0001-a.patch", SendingHome.hidden(" 1/3")),
        home.mail("0002-b.patch", SendingHome.harmless(" 2/3")),
        home.mail("0003-c.patch", SendingHome.harmless(" 3/3")));
    assertThat(sent.code()).isNotZero();
    assertThat(sent.err()).contains("0001-a.patch: [PATCH 1/3] cairnfs: rename the end",
        "0003-c.patch: rejected by sendemail-validate hook", STOPPED)
        .doesNotContain("0001-a.patch: rejected");
    assertThat(sent.told()).contains("1 error in 1 of 3 patches");
    assertThat(remains()).isEmpty();
  }

  @Test
  void aPartOfASeriesIsToldOfAtItsLastMailToo() throws IOException {
    Ended sent = home.send(home.mail("0001-a.patch", SendingHome.hidden(" 1/3")),
        home.mail("0002-b.patch", SendingHome.harmless(" 2/3")));
    assertThat(sent.code()).isNotZero();
    assertThat(sent.told()).contains("1 error in 1 of 2 patches");
  }

  @Test
  void aFolderOfThirtyIsCheckedToItsEnd() throws IOException {
    for (int i = 1; i <= 30; i++) {
      home.mail("%04d-x.patch".formatted(i), i == 17 ? SendingHome.hidden(" 17/30")
          : SendingHome.harmless(" %d/30".formatted(i)));
    }
    Ended sent = home.send(home.repository().resolve("zu senden"));
    assertThat(sent.code()).isNotZero();
    assertThat(sent.err()).contains("0030-x.patch: rejected");
    assertThat(sent.told()).contains("1 error in 1 of 30 patches");
    assertThat(remains()).isEmpty();
  }

  @Test
  void theStoreIsAskedAndAWriterDoesNotHinder() throws IOException {
    SampleStore samples = SampleStore.in(folder.resolve("samples"));
    home.configure("chesterton.store", samples.folder().toString());
    try (IndexUpdate _ = IndexUpdate.open(samples.folder(), "pid 4711")) {
      Ended sent = home.send(home.mail("0001-r.patch", removal()));
      assertThat(sent.code()).isNotZero();
      assertThat(sent.told()).contains("[removed-worker]",
          "chesterton (store " + samples.folder() + "): ");
      assertThat(sent.err()).doesNotContain("Java vector", "restricted method");
    }
  }

  @Test
  void whatMovesWithinTheSeriesIsNotLost() throws IOException {
    SampleStore samples = SampleStore.in(folder.resolve("samples"));
    home.configure("chesterton.store", samples.folder().toString());
    String back = removal().replace("[PATCH]", "[PATCH 2/2]")
        .replaceAll("(?m)^-(?!-)", "\u0001")
        .replaceAll("(?m)^\\+(?!\\+)", "-")
        .replace('\u0001', '+')
        .replaceAll("(?m)^@@ -(\\S+) \\+(\\S+) @@", "@@ -$2 +$1 @@");
    Ended sent = home.send(
        home.mail("0001-r.patch", removal().replace("[PATCH]", "[PATCH 1/2]")),
        home.mail("0002-r.patch", back));
    assertThat(sent.told()).isEmpty();
    assertThat(sent.code()).as(sent.err()).isZero();
  }

  @Test
  void aStoreThatIsNotThereIsOneLineAndTheMailGoes() throws IOException {
    home.configure("chesterton.store", folder.resolve("gone").toString());
    Ended sent = home.send(home.mail("0001-b.patch", SendingHome.hidden("")));
    assertThat(sent.code()).as(sent.err()).isZero();
    assertThat(sent.told()).startsWith("chesterton: no store in")
        .endsWith("; sent without a check\n")
        .hasLineCount(1);
  }

  @Test
  void aDamagedIndexIsOneLineForAWholeSeries() throws IOException {
    SampleStore samples = SampleStore.in(folder.resolve("samples"));
    home.configure("chesterton.store", samples.folder().toString());
    damage(samples.folder());
    Ended sent = home.send(
        home.mail("0001-a.patch", removal().replace("[PATCH]", "[PATCH 1/2]")),
        home.mail("0002-b.patch", removal().replace("[PATCH]", "[PATCH 2/2]")));
    assertThat(sent.code()).as(sent.err()).isZero();
    assertThat(sent.told()).endsWith("; sent without a check\n").hasLineCount(1);
    assertThat(remains()).isEmpty();
  }

  @Test
  void aServerThatHangsIsGivenUpInTime() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      home.configure("chesterton.checkServer", "http://127.0.0.1:" + silent.getLocalPort() + "/");
      home.configure("chesterton.hookTimeout", "1");
      Ended sent = home.send(home.mail("0001-a.patch", SendingHome.harmless(" 1/2")),
          home.mail("0002-b.patch", SendingHome.harmless(" 2/2")));
      assertThat(sent.code()).as(sent.err()).isZero();
      assertThat(sent.told()).endsWith("; sent without a check\n").hasLineCount(1);
    }
  }

  @Test
  void aJvmThatIsKilledOrCannotStartHoldsNothingUp() throws IOException {
    Path mail = home.mail("0001-b.patch", SendingHome.hidden(""));
    home.java("#!/bin/sh\nkill -9 $$\n");
    assertThat(home.send(mail).told())
        .isEqualTo("chesterton: the JVM ended with 137; sent without a check\n");
    home.java("#!/bin/sh\necho Error: no memory\nexit 1\n");
    Ended sent = home.send(mail);
    assertThat(sent.code()).as(sent.err()).isZero();
    assertThat(sent.told())
        .isEqualTo("chesterton: the JVM ended with 1; sent without a check\n");
  }

  @Test
  void withoutAJdkOrALauncherTheMailGoes() throws IOException {
    Path mail = home.mail("0001-b.patch", SendingHome.hidden(""));
    home.variable("CHESTERTON_JAVA", "/nonexistent");
    assertThat(home.send(mail).told()).contains("is no JDK 25 or newer", "; sent without a check")
        .hasLineCount(1);
    Files.delete(home.launcher());
    Ended sent = home.send(mail);
    assertThat(sent.code()).as(sent.err()).isZero();
    assertThat(sent.told()).isEqualTo(
        "chesterton: " + home.launcher() + " is gone; sent without a check\n");
  }

  @Test
  void withHookStrictWhatCannotBeCheckedIsHeld() throws IOException {
    home.configure("chesterton.hookStrict", "true");
    home.configure("chesterton.store", folder.resolve("gone").toString());
    Path mail = home.mail("0001-a.patch", SendingHome.harmless(""));
    Ended held = home.send(mail);
    assertThat(held.code()).isNotZero();
    assertThat(held.told()).contains("; not checked, so nothing is sent").hasLineCount(1);
    home.java("#!/bin/sh\nkill -9 $$\n");
    assertThat(home.send(mail).code()).isNotZero();
  }

  @Test
  void aCacheFolderThatCannotBeWrittenHoldsNothingUp() throws IOException {
    Files.writeString(home.home().resolve(".cache"), "no folder");
    Ended sent = home.send(home.mail("0001-a.patch", SendingHome.harmless(" 1/2")),
        home.mail("0002-b.patch", SendingHome.harmless(" 2/2")));
    assertThat(sent.code()).as(sent.err()).isZero();
    assertThat(sent.told().lines()).allMatch(line -> line.endsWith("; sent without a check"));
  }

  @Test
  void theHookThatWasThereComesFirstAndItsWordCounts() throws IOException {
    new HookFile(home.hooks()).remove();
    Path log = folder.resolve("log");
    SendingHome.executable(home.hooks().resolve("sendemail-validate"),
        "#!/bin/sh\necho \"$#:$1\" >>'" + log + "'\n! grep -q refuse-me \"$1\"\n");
    home.install(false);
    Path good = home.mail("0001-a.patch", SendingHome.harmless(""));
    assertThat(home.send(good).code()).isZero();
    assertThat(Files.readString(log)).isEqualTo("1:" + good.toRealPath() + "\n");
    assertThat(home.send(home.mail("0001-b.patch", SendingHome.hidden(""))).code()).isNotZero();
    assertThat(home.send(home.mail("0001-c.patch", SendingHome.patch("", "refuse-me", "x;")))
        .code()).isNotZero();
  }

  @Test
  void coreHooksPathIsRespected() throws IOException {
    new HookFile(home.hooks()).remove();
    Path elsewhere = folder.resolve("alle Hooks");
    home.configure("core.hooksPath", elsewhere.toString());
    Path found = new HooksFolder(environment()).of(home.repository()).orElseThrow();
    assertThat(found).isEqualTo(elsewhere);
    new HookFile(found).install(home.launcher(), false);
    assertThat(home.send(home.mail("0001-b.patch", SendingHome.hidden(""))).code()).isNotZero();
  }

  private java.util.Map<String, String> environment() {
    return java.util.Map.of("PATH", "/usr/bin:/bin", "HOME", home.home().toString(),
        "GIT_CONFIG_NOSYSTEM", "1");
  }

  /** The patch of the samples that takes the worker away, as nobody has sent it yet. */
  private static String removal() throws IOException {
    String all = Files.readString(dev.chesterton.Checkout.sample("removed-worker.mbox"));
    int id = all.indexOf("<" + SampleStore.REMOVAL + ">");
    int start = all.lastIndexOf("\nFrom ", id) + 1;
    int end = all.indexOf("\nFrom mboxrd", id);
    return all.substring(start, end < 0 ? all.length() : end + 1)
        .replaceFirst("(?mi)^Message-ID:.*\n", "")
        .replaceFirst("\\[PATCH[^]]*\\]", "[PATCH]");
  }

  private static void damage(Path store) throws IOException {
    try (Stream<Path> files = Files.walk(store)) {
      for (Path file : files.filter(Files::isRegularFile)
          .filter(file -> String.valueOf(file.getFileName()).startsWith("segments_"))
          .toList()) {
        Files.writeString(file, "no index");
      }
    }
  }

  private List<Path> remains() throws IOException {
    Path cache = home.home().resolve(".cache/chesterton/hook");
    if (!Files.exists(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache)) {
      return new ArrayList<>(files.toList());
    }
  }
}
