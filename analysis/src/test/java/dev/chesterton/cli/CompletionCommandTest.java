package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import dev.chesterton.SampleStore;
import dev.chesterton.index.Index;
import dev.chesterton.index.IndexUpdate;
import dev.chesterton.index.Ingest;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts of {@code completion}, in the shells they are for. */
class CompletionCommandTest {
  private static final Path BASH_COMPLETION = Path
      .of("/usr/share/bash-completion/bash_completion");

  @TempDir
  private Path folder = Path.of("");

  private TestOutside outside = new TestOutside(folder);

  @BeforeEach
  void open() throws IOException {
    outside = new TestOutside(folder);
    Path program = Files.writeString(folder.resolve("chesterton"),
        "#!/bin/sh\nfor word; do case $word in --values=*) echo \"${word#--values=}-of:$1=$2\" ;;"
            + " esac; done\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("0001-one two.patch"), "");
    Files.createDirectory(folder.resolve("0002"));
  }

  private String script(String shell) throws IOException {
    assertThat(outside.run("completion", shell)).as(outside.err()).isZero();
    return Files.writeString(folder.resolve("script." + shell), outside.out()).toString();
  }

  /** What bash offers, one a line; the words as it has cut them. */
  private List<String> bash(String before, String words) throws Exception {
    String quoted = Arrays.stream(words.split(" ", -1))
        .map(word -> "'" + word + "'")
        .collect(Collectors.joining(" "));
    String program = before + "source " + script("bash") + "; COMP_WORDS=(chesterton " + quoted
        + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _chesterton ./chesterton;"
        + " printf '%s\\n' \"${COMPREPLY[@]}\"";
    Program.Ended ended = Program.onPath("bash").run(folder, "--norc", "-c", program);
    assertThat(ended.err()).isEmpty();
    return ended.out().lines().filter(line -> !line.isEmpty()).toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      chec                        | check
      -C serve chec               | check
      --store = serve chec        | check
      check --fail                | --fail-on=
      check --fail-on ''          | error,warning,check,never
      check --fail-on = w         | warning
      check --fail-on=w           | --fail-on=warning
      check --al                  | --all
      rules ''                    | list,show,test,train
      rules te                    | test
      rules test --stor           | --store=
      rules show ''               | rules-of:completion=--values=rules
      --store x ingest --list ''  | lists-of:--store=x
      help conf                   | config
      completion ''               | bash,zsh,fish
      check 00                    | 0001-one two.patch,0002
      -C 00                       | 0002
      check -- --al               |
      search --sort = r           | relevance
      version x                   |
      """)
  void bashCompletesVerbsOptionsValuesAndFiles(String words, String offered) throws Exception {
    List<String> expected = offered == null ? List.of() : List.of(offered.split(","));
    String typed = words.replace("''", "");
    assertThat(bash("", typed)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void bashDoesSoBesideThePackageOfCompletionsToo() throws Exception {
    Assumptions.assumeTrue(Files.exists(BASH_COMPLETION), "skipped: no " + BASH_COMPLETION);
    String before = "source " + BASH_COMPLETION + "; ";
    assertThat(bash(before, "check --fail-on = w")).containsExactly("warning");
    assertThat(bash(before, "rules te")).containsExactly("test");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      chesterton chec                | check
      chesterton -C serve chec       | check
      chesterton check --fail        | --fail-on
      chesterton check --fail-on=    | --fail-on=check,--fail-on=error,--fail-on=never,--fail-on=warning
      chesterton rules t             | test,train
      chesterton completion b        | bash
      chesterton check 0001          | 0001-one two.patch
      """)
  void fishCompletesThem(String line, String offered) throws Exception {
    Program.Ended ended = Program.onPath("fish")
        .run(folder, "--no-config", "-c",
            "source " + script("fish") + "; complete -C '" + line + "'");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out().lines().map(word -> word.replaceFirst("\t.*", "")))
        .containsExactlyInAnyOrder(offered.split(","));
  }

  @Test
  void zshTakesTheScript() throws Exception {
    Program.Ended ended = Program.onPath("zsh")
        .run(folder, "-f", "-c",
            "autoload -Uz compinit; compinit -u -D; source " + script("zsh")
                + "; print $_comps[chesterton]; print ${(k)functions[(I)_chesterton*]}");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).startsWith("_chesterton\n")
        .contains("_chesterton_check", "_chesterton_rules_test", "_chesterton_known");
  }

  @Test
  void everyOptionOfEveryVerbIsInEachScript() throws IOException {
    for (String shell : List.of("bash", "zsh", "fish")) {
      String script = Files.readString(Path.of(script(shell)));
      assertThat(script).as(shell)
          .contains("candidates", "without-trailers", "rebuild",
              "range-diff", "likely", "oldest", "mboxrd");
    }
  }

  @Test
  void namesOfListsAndRulesAreAskedFor() throws IOException {
    SampleStore samples = SampleStore.in(Files.createDirectory(folder.resolve("samples")));
    String store = samples.folder().toString();
    assertThat(outside.run("--store", store, "completion", "--values=lists")).isZero();
    assertThat(outside.out()).isEqualTo(SampleStore.LIST + "\n");
    assertThat(outside.run("--store", store, "completion", "--values=rules")).isZero();
    assertThat(outside.out()).contains("removed-guard\n");
    assertThat(outside.run("--store", folder.resolve("none").toString(), "completion",
        "--values=lists")).isZero();
    assertThat(outside.out()).isEmpty();
  }

  /** Bash expands the words it chooses from, and a store may come from somebody else. */
  @Test
  void aListWhoseNameIsACommandIsNotOffered() throws IOException {
    Path store = folder.resolve("planted");
    try (IndexUpdate update = IndexUpdate.open(store, "test")) {
      Ingest ingest = new Ingest(update, ReadLimits.DEFAULT);
      for (String list : List.of("$(touch${IFS}planted-by-list)", "linux-fs")) {
        MailSources.open(Checkout.sample("lock-discussion.mbox"), ReadLimits.DEFAULT)
            .forEach(source -> ingest.mails(list, source));
      }
    }
    assertThat(Index.sources(store)).anyMatch(source -> source.key().startsWith("$(touch"));
    assertThat(outside.run("--store", store.toString(), "completion", "--values=lists")).isZero();
    assertThat(outside.out()).isEqualTo("linux-fs\n");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      completion      | which shell? write 'completion bash', 'completion zsh' or 'completion fish'
      completion tcsh | 'tcsh' is no SHELL: one of bash, zsh, fish; see 'chesterton help completion'
      """)
  void anotherShellIsNamed(String arguments, String told) {
    assertThat(outside.run(arguments.split(" "))).isEqualTo(2);
    assertThat(outside.err()).isEqualTo("chesterton: " + told + "\n");
  }
}
