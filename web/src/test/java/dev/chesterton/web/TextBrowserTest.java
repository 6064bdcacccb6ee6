package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page as w3m prints it: complete, in the order it is to be read, without a line that says nothing. */
class TextBrowserTest {

  /** What a template or a program leaves behind when something is missing. */
  private static final Pattern NONSENSE = Pattern
      .compile("\\bnull\\b|Optional\\[|\\$\\{|@(if|for|end)"
          + "|\\bdev\\.chesterton\\.|\\(\\)\\s*$(?<!\\w\\(\\))|\\s[,;]\\s|\\.\\.$(?<!\\.\\.\\.)|: *, ");
  /** Lines of mails and code are not ours. */
  private static final Pattern NUMBERED = Pattern.compile("^\\s*[A-Z]?\\s*\\d+( +\\d+)?(\\s.*)?$");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

  @TempDir
  private static Path folder = Path.of("");
  private static final List<TestServer> RUNNING = new ArrayList<>();

  @BeforeAll
  static void start() {
    Assumptions.assumeTrue(TestBrowser.onPath("w3m").isPresent(), "skipped: no w3m on PATH");
    RUNNING.add(TestServer.ofSamplesForWriters(folder));
  }

  @AfterAll
  static void stop() {
    RUNNING.forEach(TestServer::close);
  }

  private static TestServer server() {
    return RUNNING.getFirst();
  }

  /** The page, 100 columns wide. */
  private static String dump(String path, String... options) {
    List<String> command = new ArrayList<>(List.of("w3m", "-dump", "-cols", "100", "-O", "UTF-8"));
    command.addAll(List.of(options));
    command.add(server().url() + path);
    ProcessBuilder builder = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("HOME", folder.toString());
    try {
      Process w3m = builder.start();
      String text = new String(w3m.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(w3m.waitFor(60, TimeUnit.SECONDS)).as(path).isTrue();
      return text;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path, e);
    }
  }

  /** Signs in as a program would. */
  private static String cookie() {
    Answer in = server().post("/sign-in", "author=Ann&token=" + TestServer.TOKEN, "Content-Type",
        "application/x-www-form-urlencoded", "Origin", server().origin());
    String cookie = in.header("Set-Cookie");
    return "Cookie: " + cookie.substring(0, cookie.indexOf(';'));
  }

  private static String note() {
    return server().post("/notes", "patch=" + TestServer.PATCH + "&author=Ann&text=look%20closer",
        "Content-Type", "application/x-www-form-urlencoded", "Authorization",
        "Bearer " + TestServer.TOKEN)
        .header("Location")
        .replaceFirst(".*#n-(.*)", "note/$1/");
  }

  @Test
  void noLineOfAnyPageIsNonsense() {
    List<String> odd = new ArrayList<>();
    Stream.of(SamplePages.of(server()), SamplePages.ERRORS, List.of(note()))
        .flatMap(List::stream)
        .forEach(path -> {
          String text = dump(path);
          assertThat(text).as(path).startsWith("Skip to the content");
          text.lines()
              .filter(line -> isOdd(line))
              .map(line -> path + ": " + line)
              .forEach(odd::add);
        });
    assertThat(odd).isEmpty();
  }

  private static boolean isOdd(String line) {
    boolean says = line.isBlank() || WORD.matcher(line).find();
    return !NUMBERED.matcher(line).matches() && (!says || NONSENSE.matcher(line).find());
  }

  @Test
  void aReviewTellsItsStoryInOrder() {
    assertThat(dump(SamplePages.REVIEW)).containsSubsequence("[PATCH] cairnfs: remove",
        "Colm Brady", "2024-06-10", "Removes", "Evidence until", "What stands behind these lines",
        "Summary", "[O]", "[F]", "[P]", "Why this rank", "Message", "Diff", "| [F]",
        "Reasons found", "Prior attempts", "How it ended", "Objections and questions",
        "Said to this patch", "Commits cited", "Tests", "./check generic/208", "Notes",
        "What was looked at");
  }

  @Test
  void aMailAndItsThreadAreRead() {
    assertThat(dump(SamplePages.MAIL)).containsSubsequence("cairnfs: remove", "review", "thread",
        "raw", "From", "Colm Brady", "Date", "Text", "   1 ", "Trailers given", "Signed-off-by");
    assertThat(dump(SamplePages.MAIL + "t/")).containsSubsequence("Thread:", "Marks: P patch",
        "Tree", "2024-06-10", "Colm Brady", "cairnfs: remove", "   1 ", "Reply",
        "git send-email", "--in-reply-to=", "b4 am");
    assertThat(dump(SamplePages.MAIL + "T/")).containsSubsequence("Thread:", "oldest first",
        "Mails by date", "Colm Brady");
  }

  @Test
  void versionsCommentsAndAComparisonAreRead() {
    assertThat(dump(SamplePages.VERSIONS)).containsSubsequence("Versions of", "4 versions are here",
        "v1 ", "Noor Haddad", "comments on its lines", "v2 ", "Follows the one before because",
        "Patches: 2 unchanged, 1 changed", ": changed, before, here - ", "Changes in v2",
        "mail, line", "trailer",
        "Reviewed-by: Pavel Lindqvist", "v2.1", "v3");
    assertThat(dump(SamplePages.COMMENTS)).containsSubsequence("Comments on v1 of", "all versions",
        "2 comments on lines of v1: 1 open, 1 answered", "Patches", "in the last version",
        "nothing happened - fs/cairnfs/async.c:62", "Could the caller",
        "Eloise Aubert".substring(7),
        "answered - fs/cairnfs/async.c:42", "answered: ", "Oskar Lindqvist");
    assertThat(dump(SamplePages.COMPARED)).containsSubsequence("v1 and v2 of", "v1", "v2",
        "No comment below a line of v1", "What the author says changed", "Patches",
        "unchanged", "changed", "What differs", "   1 @@", "++");
  }

  @Test
  void listsSearchRuleJobsAndCommitAreRead() {
    assertThat(dump("flagged/")).containsSubsequence("Flagged patches", "Reviewed", "severity",
        "subject", "cairnfs");
    assertThat(dump("search?q=fixup+worker")).containsSubsequence("Search: fixup worker",
        "Sorted by", "author", "Counted: all that was found", "fixup worker", "line ",
        "How to search");
    assertThat(dump("search?q=nothinglikethis")).containsSubsequence("Search: nothinglikethis",
        "Nothing matches.", "How to search");
    assertThat(dump("rule/removed-guard")).containsSubsequence("rule removed-guard", "severity",
        "What it looks for", "Names it looks for", "lock", "What readers said");
    assertThat(dump("jobs/")).containsSubsequence("Jobs", "Store", "mails", "Archives and trees",
        "linux-cairnfs", "Last runs");
    assertThat(dump("commit/" + SamplePages.commit(server()))).containsSubsequence("In tree",
        "Author", "Message", "Where it was discussed", "What it repairs", "What repaired it",
        "Who cites it", "Diff");
    assertThat(dump(SamplePages.FILE + "?line=20")).containsSubsequence("line 20", "In tree",
        "20", "Who put line 20 there", "By git blame", "What changed this file");
    assertThat(dump("help")).containsSubsequence("How to read these pages", "Letters", "[O]",
        "Addresses", "/review/MSGID/versions/", "Search");
  }

  @Test
  void whoMayWriteFindsFormsWithTheirLabels() {
    assertThat(dump("sign-in")).containsSubsequence("Sign in", "Your name", "[", "Token", "[",
        "sign in");
    String header = cookie();
    assertThat(dump(note(), "-header", header)).containsSubsequence("Note", "on ", "Ann",
        "look closer", "Edit", "Text, in Markdown", "save");
    assertThat(dump(SamplePages.REVIEW, "-header", header)).containsSubsequence(
        "This finding is", "because", "or a note on it", "You write as Ann", "State: ",
        "A note on this patch", "add note", "Dismiss this patch, because", "dismiss");
  }

  @Test
  void anErrorSaysWhatWasAskedWhyNotAndWhatToTry() {
    for (String path : SamplePages.ERRORS) {
      if (!path.startsWith("search")) {
        assertThat(dump(path)).as(path)
            .containsSubsequence("Asked", "GET /" + path.substring(0, 5), "Why not", "Status",
                "Request id", "What to try", "look for it with a search");
      }
    }
    assertThat(dump("search?q=%22open"))
        .containsSubsequence("This search cannot be read", "character 1", "How to search");
  }

  @Test
  void aDraftIsAMailOfPlainText() {
    assertThat(dump(SamplePages.REVIEW + "draft")).containsSubsequence("To: Colm Brady",
        "In-Reply-To: <" + TestServer.PATCH, "wrote:", "> -", "Is that meant?",
        "https://lore.kernel.org/r/");
  }
}
