package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import dev.chesterton.settings.SettingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of docs/man: they are those the verbs declare now, and man and mandoc can read them. */
class ManualPagesTest {
  private static final Path KEPT = Checkout.folder().resolve("docs/man");
  private static final boolean UPDATE = "1".equals(System.getenv("UPDATE_EXPECT"));
  private static final String PROGRAM = "";
  private static final int COLUMNS = 80;
  /** Two runs make the same page, so it has no date; mandoc would like one. */
  private static final Pattern WANTED_BY_MANDOC = Pattern
      .compile("missing date, using|input text line longer than 80 bytes");
  private static final Pattern BOLD_OR_UNDERLINED = Pattern.compile(".\b|\u001b\\[[0-9;]*m");

  @TempDir
  private static Path home = Path.of("");

  /** Each verb, and the program itself as the empty word. */
  static Stream<String> pages() {
    return Stream.concat(Stream.of(PROGRAM), verbs());
  }

  private static Stream<String> verbs() {
    Session session = new Session(Outside.ofThisProcess());
    return new Verbs(session, WebServer.ABSENT).names().stream();
  }

  private static String printed(String... arguments) {
    TestOutside outside = new TestOutside(home);
    assertThat(outside.run(arguments)).as(outside.err()).isZero();
    return outside.out();
  }

  private static String page(String verb) {
    return verb.isEmpty() ? printed("help", "--man") : printed("help", "--man", verb);
  }

  private static Path file(String verb) {
    return KEPT.resolve("chesterton" + (verb.isEmpty() ? "" : "-" + verb) + ".1");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void thePageInTheDocumentsIsTheOneTheVerbsDeclare(String verb) throws IOException {
    if (UPDATE) {
      Files.createDirectories(KEPT);
      Files.writeString(file(verb), page(verb), StandardCharsets.US_ASCII);
    }
    assertThat(file(verb)).as("run with UPDATE_EXPECT=1 to write it anew, then read it")
        .exists()
        .hasContent(page(verb));
  }

  @Test
  void noVerbThatIsGoneHasAPage() throws IOException {
    try (Stream<Path> files = Files.list(KEPT)) {
      assertThat(files).containsExactlyInAnyOrderElementsOf(
          pages().map(ManualPagesTest::file).toList());
    }
  }

  /** In ASCII, so that it does not matter how a page was stored. */
  @ParameterizedTest
  @MethodSource("pages")
  void manSetsItWithoutAComplaintAndInItsWidth(String verb) throws Exception {
    Program man = Program.onPath("man");
    Program.Ended ended = man.run(home, "--warnings", "-E", "UTF-8", "-l", written(verb));
    assertThat(ended.err()).isEmpty();
    String text = BOLD_OR_UNDERLINED.matcher(ended.out()).replaceAll("");
    assertThat(text).contains("NAME\n", "SYNOPSIS\n", "DESCRIPTION\n", "OPTIONS\n",
        "EXIT STATUS\n", "FILES\n", "CONFIGURATION\n", "SEE ALSO\n");
    assertThat(text.lines()).allSatisfy(
        line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(COLUMNS));
    assertThat(text).doesNotContain("${", "\u2010 ", "null", "\\f");
    assertThat(options(verb)).isNotEmpty().allSatisfy(option -> assertThat(text).contains(option));
  }

  /** As the help lists them. */
  private static List<String> options(String verb) {
    String help = verb.isEmpty() ? printed("help") : printed("help", verb);
    return Pattern.compile("^ +(?:-\\w, +)?(--?[\\w-]+)", Pattern.MULTILINE)
        .matcher(help.substring(help.indexOf("\n  ")))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void mandocReadsItToo(String verb) throws Exception {
    Program.Ended ended = Program.onPath("mandoc").run(home, "-Tlint", written(verb));
    assertThat((ended.out() + ended.err()).lines()
        .filter(line -> !WANTED_BY_MANDOC.matcher(line).find())).isEmpty();
  }

  @Test
  void thePageOfTheProgramHasEverySettingAndNamesEveryVerb() throws Exception {
    Program.Ended ended = Program.onPath("man").run(home, "-E", "UTF-8", "-l", written(PROGRAM));
    String text = BOLD_OR_UNDERLINED.matcher(ended.out()).replaceAll("");
    assertThat(SettingKey.values()).allSatisfy(
        key -> assertThat(text).contains("chesterton." + key.template()));
    assertThat(verbs()).allSatisfy(verb -> assertThat(text).contains("chesterton-" + verb + "(1)"));
  }

  private static String written(String verb) throws IOException {
    return Files.writeString(home.resolve("page.1"), page(verb)).toString();
  }
}
