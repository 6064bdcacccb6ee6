package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Git;
import dev.chesterton.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The slice of linux-btrfs goes in, and the patch this program was thought up for comes out with its reasons. */
class RealPatchTest {
  private static final String PATCH = "20220624122334.80603-1-hch@lst.de";
  private static final String REFUSAL_OF_2020 = "20201207145603.GA6430@twin.jikos.cz";

  @TempDir
  private static Path home;

  private static TestOutside outside;
  private static String now;
  private static String sent;

  @BeforeAll
  static void ingestTheSlice() throws Exception {
    Path bundle = SharedFolder.require("corpus/linux-btrfs-slice.bundle");
    Path epoch = home.resolve("linux-btrfs.git");
    Git.run(home, "clone", "--quiet", "--mirror", bundle.toString(), epoch.toString());
    outside = new TestOutside(home);
    assertThat(outside.run("ingest", "--list", "linux-btrfs", epoch.toString())).as(outside.err())
        .isZero();
    assertThat(outside.out()).contains("15,712 new mails", " 0 skipped");
    now = check("now");
    sent = check("sent");
  }

  private static String check(String asOf) {
    assertThat(outside.run("check", "--as-of", asOf, "--format", "json", PATCH)).as(outside.err())
        .isEqualTo(1);
    return outside.out();
  }

  @Test
  void theRemovedWorkerAndItsCallSitesAreNamed() {
    assertThat(now).contains("\"subject\":\"btrfs_writepage_fixup_worker\"",
        "ret = btrfs_writepage_cow_fixup(page);",
        "btrfs_init_work(&fixup->work, btrfs_writepage_fixup_worker, NULL, NULL);");
  }

  @ParameterizedTest
  @ValueSource(strings = {"20220624124913.GS20633@twin.jikos.cz",
    "20220624132701.GT20633@twin.jikos.cz",
    "generic/208", "20201207071352.106160-1-wqu@suse.com", REFUSAL_OF_2020})
  void theThreadTheTestAndTheEarlierAttemptAreThere(String fact) {
    assertThat(now).contains(fact);
  }

  @ParameterizedTest
  @ValueSource(strings = {"87826df0ec36", "25f3c5021985", "f4b1363cae43", "1d53c9e67230"})
  void eachCommitOfTheReplyIsThereWithWhereItIsCited(String commit) {
    assertThat(commitObject(commit)).contains("\"cited_in\":[{",
        "20220624132701.GT20633@twin.jikos.cz",
        "\"known\":\"from citations only\"");
  }

  @Test
  void aCommitOfTheSameTitleLeadsToItsMail() {
    assertThat(mailsOf("25f3c5021985"))
        .containsExactly("20200121165144.2174309-2-josef@toxicpanda.com");
  }

  @Test
  void aRetitledCommitLeadsToItsLastPostingAndListsTheOlder() {
    assertThat(mailsOf("1d53c9e67230")).containsExactly("20190710192818.1069475-4-tj@kernel.org",
        "20190615182453.843275-8-tj@kernel.org", "20190614003350.1178444-7-tj@kernel.org");
  }

  @Test
  void theObjectionsOfTheThreadAreThereWithWhatBecameOfThem() {
    String objections = now.substring(now.indexOf("\"objections\":["), now.indexOf("\"tests\":["));
    String refusal = objections.substring(objections.indexOf("{\"kind\":\"refusal\""));
    assertThat(refusal.substring(0, refusal.indexOf("{\"kind\"", 1))).contains("\"letter\":\"O\"",
        "\"message_id\":\"20220624124913.GS20633@twin.jikos.cz\"", "\"line\":7,",
        "\"fate\":\"answered\"");
    assertThat(objections).containsPattern("\"kind\":\"question\",\"letter\":null,"
        + "\"type\":\"mail\",\"message_id\":\"20220705162118.153efe62@thinkpad\"");
    assertThat(objections).doesNotContainPattern("\"letter\":\"O\",\"type\":\"mail\","
        + "\"message_id\":\"20220705162118.153efe62@thinkpad\"");
    assertThat(sent).contains("\"objections\":[],");
  }

  /** What a reviewer wanted to know in June 2022, in sentences that each name where they come from. */
  @ParameterizedTest
  @ValueSource(strings = {
    "removes the worker btrfs_writepage_fixup_worker() and 3 places that lead to it",
    "btrfs_writepage_fixup_worker() away on 2020-12-07: refused", REFUSAL_OF_2020,
    "David Sterba says no in this thread", "20220624124913.GS20633@twin.jikos.cz",
    "David Sterba names 87826df0ec36", "David Sterba names 25f3c5021985",
    "20200121165144.2174309-2-josef@toxicpanda.com", "David Sterba names f4b1363cae43",
    "20200121193452.2175678-1-josef@toxicpanda.com", "David Sterba names 1d53c9e67230",
    "20190710192818.1069475-4-tj@kernel.org", "20190615182453.843275-8-tj@kernel.org",
    "generic/208 is named in this thread", "20220624132701.GT20633@twin.jikos.cz",
    "Gerald Schaefer contradicts a reason David Sterba gave",
    "20220705162118.153efe62@thinkpad", "20220628115356.GB20633@suse.cz"})
  void theDossierTellsIt(String fact) {
    assertThat(dossier(now)).contains(fact);
  }

  @Test
  void theDossierAsOfSentKnowsTheRefusalAndNothingOfTheThread() {
    assertThat(dossier(sent)).contains(REFUSAL_OF_2020)
        .doesNotContain("in this thread",
            "\"topic\":\"later\"");
  }

  private static String dossier(String review) {
    return review.substring(review.indexOf("\"dossier\":["), review.indexOf("\"suspects\":["));
  }

  @Test
  void theAttemptOf2020WasRefusedThoughNobodyWroteNak() {
    String attempts = sent.substring(sent.indexOf("\"prior_attempts\":["));
    String attempt = attempts
        .substring(attempts.indexOf("\"20201207071352.106160-1-wqu@suse.com\""));
    assertThat(attempt.substring(attempt.indexOf("\"outcome\""))).startsWith(
        "\"outcome\":\"refused\"");
  }

  @Test
  void asOfSentTheRefusalOf2020IsThereAndNothingLater() {
    assertThat(sent).contains(REFUSAL_OF_2020)
        .doesNotContain("20220624124913.GS20633@twin.jikos.cz",
            "\"later\":true");
    List<String> years = Pattern.compile("\"date\":\"(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2})")
        .matcher(sent)
        .results()
        .map(found -> found.group(1))
        .toList();
    // Other senders' dates carry their own zones; a day's distance is far more than any zone.
    assertThat(years).isNotEmpty()
        .allSatisfy(date -> assertThat(date).isLessThanOrEqualTo("2022-06-25"));
  }

  @Test
  void theSameStoreGivesTheSameReviewLetterForLetter() {
    assertThat(check("now")).isEqualTo(now);
  }

  @Test
  void aSecondIngestKnowsEverything() {
    String epoch = home.resolve("linux-btrfs.git").toString();
    assertThat(outside.run("ingest", "--list", "linux-btrfs", epoch)).isZero();
    assertThat(outside.out()).contains(" 0 new mails");
  }

  private static String commitObject(String hex) {
    int start = now.indexOf("{\"type\":\"commit\",\"id\":\"" + hex, now.indexOf("\"commits\":["));
    assertThat(start).as(hex).isPositive();
    int end = now.indexOf("{\"type\":\"commit\"", start + 1);
    return now.substring(start, end < 0 ? now.length() : end);
  }

  /** Message-IDs of the mails a commit is said to come from, in the order told. */
  private static List<String> mailsOf(String hex) {
    String object = commitObject(hex);
    String mails = object.substring(object.indexOf("\"mails\":["));
    mails = mails.substring(0, mails.indexOf("]}]") < 0 ? mails.length() : mails.indexOf("]}]"));
    List<String> ids = new ArrayList<>();
    Pattern.compile("\"message_id\":\"([^\"]+)\"")
        .matcher(mails)
        .results()
        .map((MatchResult id) -> id.group(1))
        .forEach(
            ids::add);
    return ids;
  }

  @Test
  void patchesThatTookAwayWhatWasNeededRankAboveOthers() throws IOException {
    Map<String, Double> scores = scores();
    List<String> labels = Files
        .readAllLines(SharedFolder.require("corpus/safety-btrfs/labels.jsonl"));
    List<Double> needed = labelled(labels, 1, scores);
    List<Double> harmless = labelled(labels, 0, scores);

    assertThat(needed).as("labelled patches of the slice").hasSizeGreaterThan(10);
    long above = needed.stream()
        .mapToLong(one -> harmless.stream().filter(other -> other < one).count())
        .sum();
    // 0.87 over the whole archive; the slice knows one year of the past.
    assertThat(above / (double) (needed.size() * harmless.size())).isGreaterThan(0.8);
  }

  @Test
  void atMostThreeInAHundredWarnByTheirRank() {
    assertThat(outside.run("check", "--all", "--as-of", "sent", "--format", "jsonl"))
        .isEqualTo(1);
    List<String> lines = outside.out().lines().toList();
    long warned = lines.stream().filter(line -> line.contains("\"severity\":\"warning\"")).count();
    assertThat(lines).hasSizeGreaterThan(3_000);
    assertThat(warned).isPositive().isLessThanOrEqualTo(lines.size() * 3 / 100);
  }

  private static Map<String, Double> scores() {
    outside.run("check", "--all", "--as-of", "sent", "--format", "jsonl");
    Map<String, Double> scores = new HashMap<>();
    Pattern line = Pattern.compile("\\{\"message_id\":\"([^\"]+)\",\"score\":([-0-9.E]+),");
    outside.out()
        .lines()
        .map(line::matcher)
        .filter(Matcher::lookingAt)
        .forEach(match -> scores
            .put(match.group(1), Double.parseDouble(match.group(2))));
    return scores;
  }

  private static List<Double> labelled(List<String> labels, int label,
      Map<String, Double> scores) {
    Pattern line = Pattern
        .compile("\\{\"message_id\": \"([^\"]+)\", \"label\": " + label + ",");
    return labels.stream()
        .map(line::matcher)
        .filter(Matcher::lookingAt)
        .flatMap(match -> Stream.ofNullable(scores.get(match.group(1))))
        .toList();
  }
}
