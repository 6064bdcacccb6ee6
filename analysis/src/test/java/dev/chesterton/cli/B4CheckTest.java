package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.SampleStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What b4 gets to read, and that it gets nothing else. */
class B4CheckTest {
  @TempDir
  private static Path home;

  private static Path store;
  private final TestOutside outside = new TestOutside(home);

  @BeforeAll
  static void makeTheStore() throws Exception {
    store = SampleStore.in(home.resolve("samples")).folder();
  }

  private static byte[] removal() {
    return Samples.mail("removed-worker.mbox", SampleStore.REMOVAL);
  }

  private int check(byte[] in, String... options) {
    List<String> arguments = new ArrayList<>(List.of("--store", store.toString(), "check"));
    arguments.addAll(List.of(options));
    return outside.runWith(in, arguments.toArray(String[]::new));
  }

  @Test
  void aWarningIsALineAndACleanPatchIsSilence() {
    assertThat(check(removal(), "--format", "b4lines", "-")).isEqualTo(1);
    assertThat(outside.out()).isEqualTo("fs/cairnfs/writepage.c:21: WARNING: removes the worker"
        + " cairnfs_writepage_fixup_worker() and 2 places that lead to it [removed-worker]\n");
    assertThat(outside.err()).isEmpty();
    assertThat(check(Samples.mail("harmless-removal.mbox", ""), "--format", "b4lines", "-"))
        .isZero();
    assertThat(outside.out() + outside.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"error,ERROR:,fail", "warning,WARNING:,warn"})
  void severitiesAreTheWordsThatB4Knows(String severity, String word, String status) {
    String setting = "rule.removed-worker=" + severity;
    check(removal(), "--config", setting, "--format", "b4lines", "-");
    assertThat(outside.out()).contains(word);
    check(removal(), "--config", setting, "--format", "b4", "-");
    assertThat(outside.out())
        .startsWith("[{\"tool\":\"chesterton\",\"status\":\"" + status + "\",");
  }

  @Test
  void checksAreToldOnlyWhereThatIsWanted() {
    String setting = "rule.removed-worker=check";
    assertThat(check(removal(), "--config", setting, "--format", "b4lines", "-")).isZero();
    assertThat(outside.out()).isEmpty();
    check(removal(), "--config", setting, "--format", "b4", "-");
    assertThat(outside.out()).isEqualTo("[]\n");
    check(removal(), "--config", setting, "--format", "b4lines", "--strict", "-");
    assertThat(outside.out()).contains(": CHECK: ");
  }

  /** b4 takes any line that holds the word for a failure. */
  @Test
  void wordsOfAPatchMakeNoFailureOfAWarning() {
    String patch = """
        From: ann@example.org
        Message-ID: <1@example.org>
        Date: Mon, 02 Sep 2024 10:00:00 +0000
        Subject: [PATCH] odd

        ---
        diff --git a/fs/ERROR:/a.c b/fs/ERROR:/a.c
        --- a/fs/ERROR:/a.c
        +++ b/fs/ERROR:/a.c
        @@ -1,3 +1,4 @@ int f(int a, int b)
         {
        +\tif (a < b < 3) return 0;
         \treturn 1;
         }
        """;
    check(patch.getBytes(StandardCharsets.UTF_8), "--config", "rule.truth-compared=warning",
        "--format", "b4lines", "-");
    assertThat(outside.out()).contains("WARNING: ", "[truth-compared]").doesNotContain("ERROR:");
  }

  @Test
  void theArrayHasSummaryAddressAndDetails() {
    check(removal(), "--config", "baseUrl=https://example.org", "--format", "b4", "-");
    assertThat(outside.out()).startsWith("[{\"tool\":\"chesterton\",\"status\":\"warn\","
        + "\"summary\":\"0 errors, 1 warnings, 0 checks: removes the worker ")
        .contains("\"url\":\"https://example.org/review/" + SampleStore.REMOVAL + "/\"",
            "\"details\":\"[PATCH] cairnfs: remove cairnfs_writepage_cow_fixup\\nfs/cairnfs/",
            "20201117162204.GB5310@example.org")
        .endsWith("}]\n");
  }

  @Test
  void aCleanPatchIsAnEmptyArray() {
    assertThat(check(Samples.mail("harmless-removal.mbox", ""), "--format", "b4", "-")).isZero();
    assertThat(outside.out()).isEqualTo("[]\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"b4", "b4lines"})
  void whatIsNoPatchHasNothingToReport(String format) {
    for (String text : List.of("", "\n", "no mail at all", "Subject: hello\n\nworld\n",
        "\u0000\u0001\u001b[2J", "Subject: Re: [PATCH] x\n\n> diff\n")) {
      assertThat(check(text.getBytes(StandardCharsets.UTF_8), "--format", format, "-")).isZero();
      assertThat(outside.out()).isEqualTo(format.equals("b4") ? "[]\n" : "");
      assertThat(outside.err()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"b4", "b4lines"})
  void whatGoesWrongHereIsOneWarningThatNobodyLooked(String format) throws IOException {
    Path broken = Files.createDirectories(home.resolve("broken"));
    Files.writeString(broken.resolve("segments_1"), "no index");
    Path config = Files.writeString(home.resolve("wrong-config"), "[chesterton\n");
    List<List<String>> worlds = List.of(List.of("--store", home.resolve("none").toString()),
        List.of("--store", broken.toString()), List.of("--config-file", config.toString()),
        List.of("--config", "failOn=sometimes"));
    for (List<String> world : worlds) {
      List<String> arguments = new ArrayList<>(world);
      arguments.addAll(List.of("check", "--format", format, "-"));
      assertThat(outside.runWith(removal(), arguments.toArray(String[]::new))).as(world.toString())
          .isZero();
      assertThat(outside.err()).isEmpty();
      assertThat(outside.out().lines()).singleElement()
          .asString()
          .contains("not checked: ")
          .doesNotContain("ERROR:")
          .startsWith(
              format.equals("b4") ? "[{\"tool\":\"chesterton\",\"status\":\"warn\"," : "not");
    }
  }

  @Test
  void aRuleFileThatIsNoneIsNotTold() throws IOException {
    Path rules = Files.createDirectories(home.resolve("rules"));
    Files.writeString(rules.resolve("broken.md"), "no head");
    check(Samples.mail("harmless-removal.mbox", ""), "--config", "rulesDir=" + rules, "--format",
        "b4lines",
        "-");
    assertThat(outside.out() + outside.err()).isEmpty();
  }

  /** The operator sees it as a failure, since he has to mend his configuration. */
  @Test
  void wrongUsageIsToldOnStandardError() {
    assertThat(check(removal(), "--format", "b4lines", "--rule", "removed-wroker", "-"))
        .isEqualTo(2);
    assertThat(outside.err()).contains("did you mean 'removed-worker'?");
    assertThat(check(removal(), "--format", "b4", "-", "-")).isEqualTo(2);
  }

  private static String letter(String id, String subject, String inReplyTo, String text) {
    return """
        From ann@example.org Mon Sep 02 10:00:00 2024
        From: ann@example.org
        Message-ID: <%s>
        %sDate: Mon, 02 Sep 2024 10:00:00 +0000
        Subject: %s

        %s

        """.formatted(id, inReplyTo, subject, text);
  }

  @Test
  void aCoverLetterStandsForItsPatches() throws IOException {
    String diff = """
        x
        ---
        diff --git a/fs/a.c b/fs/a.c
        --- a/fs/a.c
        +++ b/fs/a.c
        @@ -1,3 +1,4 @@ int f(int a, int b)
         {
        +\tif (a < b < 3) return 0;
         \treturn 1;
         }
        """;
    String cover = letter("0@x.example", "[PATCH 0/2] two", "", "two patches");
    Path box = Files.writeString(home.resolve("two.mbox"), cover
        + letter("1@x.example", "[PATCH 1/2] one", "In-Reply-To: <0@x.example>\n", diff)
        + letter("2@x.example", "[PATCH 2/2] other", "In-Reply-To: <0@x.example>\n",
            diff.replace("a.c", "b.c")));
    String other = home.resolve("two").toString();
    assertThat(outside.run("--store", other, "ingest", "--list", "l", box.toString())).isZero();
    outside.runWith(cover.substring(cover.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8),
        "--store", other, "check", "--format", "b4", "-");
    assertThat(outside.out()).startsWith("[{\"tool\":\"chesterton\",\"status\":\"fail\","
        + "\"summary\":\"2 errors, 0 warnings, 0 checks: ").contains("fs/a.c:2", "fs/b.c:2");
  }

  @Test
  void aCoverLetterThatIsNotInTheStoreHasThePatchesThatB4Tracks() throws IOException {
    Path tracking = Files.writeString(home.resolve("tracking.json"), """
        {"series": {"revision": 1, "header-info": {"msgid": "cover@example.org"}},
         "followups": [], "patches": [{"title": "x", "header-info": {"msgid": "%s"}}, {}]}
        """.formatted(SampleStore.REMOVAL));
    String cover = """
        From: a@example.org
        Message-ID: <cover@example.org>
        Subject: [PATCH 0/1] x

        x
        """;
    TestOutside tracked = outside.with("B4_TRACKING_FILE", tracking.toString());
    tracked.runWith(cover.getBytes(StandardCharsets.UTF_8), "--store", store.toString(), "check",
        "--format", "b4", "-");
    assertThat(tracked.out()).contains("\"status\":\"warn\"", "[removed-worker]");
    Files.writeString(tracking, "{\"patches\": 7");
    tracked.runWith(cover.getBytes(StandardCharsets.UTF_8), "--store", store.toString(), "check",
        "--format", "b4", "-");
    assertThat(tracked.out()).isEqualTo("[]\n");
  }
}
