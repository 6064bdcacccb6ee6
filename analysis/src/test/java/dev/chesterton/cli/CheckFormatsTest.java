package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.chesterton.Checkout;
import dev.chesterton.SampleStore;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What check prints in each of its forms, of patches with findings and of clean ones. */
class CheckFormatsTest {
  private static final String CLEAN = "harmless-removal.mbox";
  private static final Pattern FINGERPRINT = Pattern.compile("\"finding/v1\":\"([^\"]+)\"");

  @TempDir
  private static Path home;

  private static SampleStore samples;
  private final TestOutside outside = new TestOutside(home);

  @BeforeAll
  static void makeTheStore() throws Exception {
    samples = SampleStore.in(home.resolve("samples"));
  }

  private int check(String... options) {
    List<String> arguments = new ArrayList<>(List.of("--store", samples.folder().toString()));
    arguments.add("check");
    arguments.addAll(List.of(options));
    return outside.run(arguments.toArray(String[]::new));
  }

  private static String sample(String name) {
    return Checkout.sample(name).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "terse"})
  void aCleanPatchIsNotSpokenOf(String format) {
    assertThat(check("--format", format, sample(CLEAN))).isZero();
    assertThat(outside.out() + outside.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      json  | "findings":[]
      jsonl | "findings":[]
      sarif | "results":[]
      """)
  void aDocumentIsThereForACleanPatchToo(String format, String empty) {
    assertThat(check("--format", format, sample(CLEAN))).isZero();
    assertThat(outside.out()).contains(empty).endsWith("\n");
    assertThat(outside.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "terse", "json", "jsonl", "sarif", "b4", "b4lines", "patchwork"})
  void twoRunsGiveTheSameBytes(String format) {
    check("--format", format, SampleStore.REMOVAL);
    String first = outside.out();
    check("--format", format, SampleStore.REMOVAL);
    assertThat(outside.out()).isEqualTo(first).isNotEmpty();
  }

  @Test
  void terseHasALineForEachFindingAndOneTotalForAllPatches() {
    assertThat(check("--terse", SampleStore.REMOVAL, sample("fixes-mismatch.mbox"))).isEqualTo(1);
    List<String> lines = outside.out().lines().toList();
    assertThat(lines.subList(0, lines.size() - 1)).hasSize(3)
        .allMatch(line -> line.matches("\\S+:\\d+: (ERROR|WARNING|CHECK): .* \\[[a-z-]+\\]"));
    assertThat(lines.getLast()).isEqualTo(
        "total: 0 errors, 3 warnings, 0 checks; suggested test: generic/208");
  }

  /** So that an editor can open the mail. */
  @Test
  void aLineOfTheMessageHasItsPlaceInTheFile() throws Exception {
    String file = sample("fixes-mismatch.mbox");
    check("--terse", file);
    Matcher place = Pattern.compile("(?m)^(.+\\.mbox):(\\d+): WARNING: .*").matcher(outside.out());
    assertThat(place.find()).as(outside.out()).isTrue();
    assertThat(place.group(1)).isEqualTo(file);
    assertThat(Files.readAllLines(Path.of(file)).get(Integer.parseInt(place.group(2)) - 1))
        .startsWith("Fixes:");
  }

  @Test
  void quietLeavesOutTheTotal() {
    assertThat(check("-q", "--terse", SampleStore.REMOVAL)).isEqualTo(1);
    assertThat(outside.out().lines()).singleElement().asString().contains("[removed-worker]");
  }

  @Test
  void recordsEndWithNulWhereThatIsWanted() {
    check("-z", "--terse", SampleStore.REMOVAL);
    assertThat(outside.out()).endsWith("\0").doesNotContain("\n");
    assertThat(outside.out().split("\0")).hasSize(2);
    check("-z", "--format", "jsonl", SampleStore.REMOVAL, SampleStore.REMOVAL);
    assertThat(outside.out().split("\0")).hasSize(2).allMatch(record -> record.startsWith("{"));
  }

  @Test
  void onlyTheNamedRulesAreAsked() {
    assertThat(check("--rule", "fixes-mismatch", SampleStore.REMOVAL)).isZero();
    assertThat(outside.out()).isEmpty();
    assertThat(check("--rule", "fixes-mismatch", "--rule", "removed-worker", SampleStore.REMOVAL))
        .isEqualTo(1);
    assertThat(check("--rule", "removed-wroker", SampleStore.REMOVAL)).isEqualTo(2);
    assertThat(outside.err())
        .contains("no rule 'removed-wroker' is on; did you mean 'removed-worker'?");
  }

  @Test
  void strictLetsChecksCount() {
    String lowered = "rule.removed-worker=check";
    assertThat(check("--config", lowered, SampleStore.REMOVAL)).isZero();
    assertThat(check("--strict", "--config", lowered, SampleStore.REMOVAL)).isEqualTo(1);
    assertThat(check("--strict", "--fail-on", "error", "--config", lowered, SampleStore.REMOVAL))
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({"check,success", "warning,warning", "error,fail"})
  void patchworkGetsTheBodyOfOneCheck(String severity, String state) {
    check("--config", "rule.removed-worker=" + severity, "--config",
        "baseUrl=https://example.org/c/", "--format", "patchwork", SampleStore.REMOVAL);
    assertThat(outside.out()).isEqualTo("{\"state\":\"" + state + "\",\"target_url\":"
        + "\"https://example.org/c/review/20240610094517.71802-1-colm.brady@example.com/\","
        + "\"context\":\"chesterton\",\"description\":\"fs/cairnfs/writepage.c:21: removes the"
        + " worker cairnfs_writepage_fixup_worker() and 2 places that lead to it"
        + " [removed-worker]\"}\n");
  }

  @Test
  void patchworkTakesNoTwoPatchesAtOnce() {
    assertThat(check("--format", "patchwork", SampleStore.REMOVAL, SampleStore.REMOVAL))
        .isEqualTo(2);
    assertThat(outside.out()).isEmpty();
    assertThat(outside.err()).contains("one check for each");
  }

  private static List<Error> errors(String document) throws Exception {
    try (InputStream file = Objects.requireNonNull(
        CheckFormatsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(file, InputFormat.JSON);
      return schema.validate(document, InputFormat.JSON);
    }
  }

  @Test
  void sarifIsWhatItsSchemaSays() throws Exception {
    check("--format", "sarif", SampleStore.REMOVAL, sample("fixes-mismatch.mbox"),
        sample("hidden-direction.mbox"), sample("truth-value-compared.mbox"));
    assertThat(errors(outside.out())).isEmpty();
    String withoutPages = outside.out();
    check("--config", "baseUrl=https://example.org", "--format", "sarif", SampleStore.REMOVAL);
    assertThat(errors(outside.out())).isEmpty();
    assertThat(outside.out()).contains(
        "\"helpUri\":\"https://example.org/rule/removed-worker\"",
        "\"hostedViewerUri\":\"https://example.org/review/" + SampleStore.REMOVAL + "/\"");
    check("--format", "sarif", sample(CLEAN));
    assertThat(errors(outside.out())).isEmpty();
    // The validator is not one that says yes to everything.
    assertThat(errors(withoutPages.replace("\"level\":\"warning\"", "\"level\":\"loud\"")))
        .isNotEmpty();
  }

  @Test
  void sarifCarriesPlaceEvidenceAndRule() {
    check("--format", "sarif", SampleStore.REMOVAL);
    String results = outside.out().substring(outside.out().indexOf("\"results\":["));
    assertThat(results).contains(
        "\"ruleId\":\"removed-worker\",\"ruleIndex\":0,\"level\":\"warning\"",
        "\"uri\":\"fs/cairnfs/writepage.c\",\"uriBaseId\":\"SRCROOT\"},\"region\":{\"startLine\":21,",
        "\"name\":\"cairnfs_writepage_fixup_worker\",\"kind\":\"function\"",
        "\"fullyQualifiedName\":\"959b8db9d11ee1ff82c4aa3ae68ba608fccb0bef\",\"kind\":\"commit\"",
        "\"uri\":\"mid:20201117162204.GB5310@example.org\"",
        "\"side\":\"removed\"");
    assertThat(outside.out()).contains("\"id\":\"removed-worker\"", "**What to ask.**")
        .doesNotContain("## Must");
  }

  /** Viewers make links of {@code [text](1)} and look for an argument where {@code {0}} stands. */
  @Test
  void wordsOfAPatchAreNoLinksAndNoPlaceholders() throws Exception {
    Path mail = Files.writeString(home.resolve("links.eml"), """
        From: ann@example.org
        Message-ID: <links@example.org>
        Date: Mon, 02 Sep 2024 10:00:00 +0000
        Subject: [PATCH] odd

        ---
        diff --git a/fs/a b%c.c b/fs/a b%c.c
        --- a/fs/a b%c.c
        +++ b/fs/a b%c.c
        @@ -1,3 +1,4 @@ int f(int a, int b)
         {
        +\tif (a < b < 3) return t[0](1) + g({0});
         \treturn 1;
         }
        """);
    check("--format", "sarif", mail.toString());
    assertThat(errors(outside.out())).isEmpty();
    String results = outside.out().substring(outside.out().indexOf("\"results\""));
    assertThat(results).contains("t[0] (1) + g({{0}});\\\" (the patch adds it)",
        "\"uri\":\"fs/a%20b%25c.c\"", "\"startLine\":2,\"endLine\":2");
  }

  /** The same finding in the next version of a patch, on other lines, has the same name. */
  @Test
  void fingerprintsStayFromVersionToVersion() {
    check("--format", "sarif", "20240903-room-1@example.org");
    String first = fingerprint();
    check("--format", "sarif", "20240905-room-2@example.org");
    assertThat(fingerprint()).isEqualTo(first).matches("[0-9a-f]{20}:1");
  }

  private String fingerprint() {
    Matcher found = FINGERPRINT.matcher(outside.out());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
