package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Git;
import dev.chesterton.SampleStore;
import dev.chesterton.cli.Programs.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The b4 of this machine, without network: what it makes is read by check, and what check prints is read by it. Its check
 * commands came with 0.14; with an older one those tests are skipped, saying so, and the lines are read as its documentation
 * says.
 */
class RealB4Test {
  private static final String CLEAN = "cairnfs: say more";
  private static final String REMOVAL = "cairnfs: remove cairnfs_writepage_cow_fixup";
  private static final String FENCE = "fs/cairnfs/writepage.c";

  @TempDir
  private Path home;
  private Path work;
  private Path commandLine;

  @BeforeEach
  void makeWorkTree() throws Exception {
    Programs.require("b4");
    Files.writeString(home.resolve(".gitconfig"), """
        [user]
          name = Zoe Sender
          email = zoe@example.org
        [commit]
          gpgSign = false
        [init]
          defaultBranch = master
        [b4]
          attestation-policy = off
          attestation-check-dkim = no
          searchmask =
        """);
    SampleStore samples = SampleStore.in(home.resolve("samples"));
    work = home.resolve("work");
    git(home, "clone", "-q", samples.tree().toString(), work.toString());
    commandLine = Programs.commandLine(home, samples.folder());
  }

  private String git(Path folder, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Ended ended = Programs.run(folder, home, new byte[0], Map.of(), command);
    assertThat(ended.exitCode()).as(command + " " + ended).isZero();
    return ended.out().strip();
  }

  private Ended b4(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("b4", "--offline-mode"));
    command.addAll(List.of(arguments));
    return Programs.run(work, home, new byte[0], Map.of("GIT_EDITOR", "true", "EDITOR", "true"),
        command);
  }

  private void requireOption(String verb, String option) throws Exception {
    boolean has = Stream.of(b4(verb, "--help").out().split("[\\s,\\[\\]]+"))
        .anyMatch(option::equals);
    Assumptions.assumeTrue(has, "skipped: b4 " + b4("--version").out().strip() + " has no '"
        + verb + " " + option + "'");
  }

  private void commit(String file, String text, String message) throws Exception {
    Files.writeString(work.resolve(file), text);
    git(work, "add", "-A");
    git(work, "commit", "-qsm", message + "\n\nWords.");
  }

  /** A patch that says more and one that takes out what a fix put up, on a branch of b4. */
  private void prepare() throws Exception {
    Ended made = b4("prep", "-n", "simple", "-f", "master");
    assertThat(made.exitCode()).as(made.toString()).isZero();
    commit("README", "more\n", CLEAN);
    Ended applied = Programs.run(work, home, Samples.mail("removed-worker.mbox",
        SampleStore.REMOVAL), Map.of(), List.of("git", "am", "-q", "-s"));
    assertThat(applied.exitCode()).as(applied.toString()).isZero();
  }

  private Path withoutStore() throws IOException {
    return Programs.commandLine(Files.createDirectories(home.resolve("bare")),
        home.resolve("none"));
  }

  private String command() {
    return commandLine + " check --format b4lines -";
  }

  /** The words that b4 prints of a check stand on lines of their own, behind a sign for how it ended. */
  private static List<String> about(Ended ended) {
    return (ended.out() + ended.err()).lines()
        .map(String::strip)
        .filter(line -> line.contains("cairnfs: ") || line.contains("chesterton: ")
            || line.startsWith("Success: "))
        .toList();
  }

  @Test
  void prepCheckPassesWhatIsCleanAndWarnsOfWhatIsFlagged() throws Exception {
    requireOption("prep", "--check");
    prepare();
    git(work, "config", "b4.prep-perpatch-check-cmd", command());
    Ended ended = b4("prep", "--check");
    assertThat(about(ended)).as(ended.toString())
        .anyMatch(line -> line.endsWith(CLEAN))
        .anyMatch(line -> line.endsWith(REMOVAL))
        .anyMatch(line -> line.contains("chesterton: " + FENCE) && line.contains("WARNING: "))
        .anyMatch(line -> line.startsWith("Success: 1, Warning: 1, Error: 0"));
  }

  @Test
  void anErrorIsAFailureToPrepCheck() throws Exception {
    requireOption("prep", "--check");
    prepare();
    git(work, "config", "b4.prep-perpatch-check-cmd",
        commandLine + " --config rule.removed-worker=error check --format b4lines -");
    Ended ended = b4("prep", "--check");
    assertThat(about(ended)).as(ended.toString())
        .anyMatch(line -> line.startsWith("Success: 1, Warning: 0, Error: 1"));
  }

  @Test
  void aBrokenToolIsAWarningAndNoFailureToPrepCheck() throws Exception {
    requireOption("prep", "--check");
    prepare();
    git(work, "config", "b4.prep-perpatch-check-cmd",
        withoutStore() + " check --format b4lines -");
    Ended ended = b4("prep", "--check");
    assertThat(about(ended)).as(ended.toString())
        .anyMatch(line -> line.contains("chesterton: not checked: no store in "))
        .anyMatch(line -> line.startsWith("Success: 0, Warning: 2, Error: 0"));
  }

  @Test
  void amCheckReadsTheSameLines() throws Exception {
    requireOption("am", "--check");
    prepare();
    git(work, "config", "b4.am-perpatch-check-cmd", command());
    Path box = formatted();
    Ended ended = b4("am", "--check", "-m", box.toString(), "-o", home.resolve("am").toString());
    assertThat(about(ended)).as(ended.toString())
        .anyMatch(line -> line.contains("chesterton: " + FENCE) && line.contains("WARNING: "));
  }

  /** The series as mails with ids, as a list would have them. */
  private Path formatted() throws Exception {
    Path box = home.resolve("series.mbox");
    Ended ended = Programs.run(work, home, new byte[0], Map.of(),
        List.of("git", "format-patch", "--stdout", "--thread=shallow", "--cover-letter",
            "--from=Zoe Sender <zoe@example.org>", "-2"));
    String mails = ended.out()
        .replace("*** SUBJECT HERE ***", "cairnfs: simpler")
        .replaceAll("(?m)^From [0-9a-f]{40} .*$",
            "From mboxrd@z Thu Jan  1 00:00:00 1970");
    return Files.writeString(box, mails);
  }

  /** Also with b4 of before its check commands: the mails it makes ready are those that are checked. */
  @Test
  void whatAmMakesReadyIsRead() throws Exception {
    prepare();
    Path ready = Files.createDirectories(home.resolve("am"));
    Ended ended = b4("am", "-m", formatted().toString(), "-o", ready.toString());
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    List<Path> boxes;
    try (Stream<Path> files = Files.list(ready)) {
      boxes = files.filter(file -> file.toString().endsWith(".mbx")).toList();
    }
    Ended checked = run(new byte[0], "check", "--terse", boxes.getFirst().toString());
    assertThat(checked.out()).contains(FENCE + ":", "[removed-worker]");
  }

  @Test
  void whatPrepWritesIsReadAsItReadsIt() throws Exception {
    requireOption("prep", "-p");
    prepare();
    Path out = home.resolve("out");
    Ended ended = b4("prep", "-p", out.toString());
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    List<Path> mails;
    try (Stream<Path> files = Files.list(out)) {
      mails = files.sorted().toList();
    }
    assertThat(mails).as(ended.toString()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(verdict(mails.getLast())).isEqualTo("warning");
    assertThat(verdict(mails.get(mails.size() - 2))).isEqualTo("success");
  }

  private Ended run(byte[] in, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(commandLine.toString()));
    command.addAll(List.of(arguments));
    return Programs.run(work, home, in, Map.of(), command);
  }

  /** What {@code run_local_check} of b4 makes of a command: see {@link dev.chesterton.review.form.B4}. */
  private String verdict(Path mail) throws Exception {
    Ended ended = run(Files.readAllBytes(mail), "check", "--format", "b4lines", "-");
    if (!ended.err().isBlank() || ended.out().contains("ERROR:")) {
      return "fail";
    }
    return !ended.out().isBlank() ? "warning" : ended.exitCode() == 0 ? "success" : "fail";
  }

  /** One mail of a process of its own, as b4 hands it over: the JVM and its libraries say nothing either. */
  @Test
  void aProcessOfItsOwnSaysNothingElse() throws Exception {
    byte[] clean = Git.run(work, "format-patch", "--stdout", "-1", "8be0b78")
        .getBytes(StandardCharsets.UTF_8);
    assertThat(run(clean, "check", "--format", "b4lines", "-")).isEqualTo(new Ended(0, "", ""));
    assertThat(run(clean, "check", "--format", "b4", "-")).isEqualTo(new Ended(0, "[]\n", ""));
    Ended missing = Programs.run(work, home, clean, Map.of(),
        List.of(withoutStore().toString(), "check", "--format", "b4", "-"));
    assertThat(missing.err()).isEmpty();
    assertThat(missing.out()).contains("\"status\":\"warn\"");
  }
}
