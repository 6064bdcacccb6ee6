package dev.chesterton.cli;

import dev.chesterton.cli.manual.Prose;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: picks the verb, runs it, and turns how it ended into an exit code. */
@Command(name = "chesterton", description = "Finds out why a line is there before a patch takes it away.", synopsisSubcommandLabel = "VERB")
public final class Main implements Runnable, Prose.Told {

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Mixin
  private final Session session;

  private Main(Outside outside) {
    session = new Session(outside);
  }

  /** Lucene warns on standard error that it does without a module; a hook may print nothing but findings. */
  private static final Logger VECTORIZATION = Logger
      .getLogger("org.apache.lucene.internal.vectorization");

  public static void main(String[] arguments) {
    Outside outside = Outside.ofThisProcess();
    int exitCode = run(arguments, outside, WebServer.ABSENT);
    System.exit(exitCode);
  }

  /**
   * Runs one verb to its end and flushes what it wrote.
   *
   * @param server the pages, or {@link WebServer#ABSENT}
   * @return the exit code, one of {@link ExitCode}
   */
  public static int run(String[] arguments, Outside outside, WebServer server) {
    VECTORIZATION.setLevel(Level.SEVERE);
    int exitCode = commandLine(arguments, outside, server).execute(arguments);
    outside.out().flush();
    outside.err().flush();
    return exitCode;
  }

  private static CommandLine commandLine(String[] arguments, Outside outside, WebServer server) {
    Main main = new Main(outside);
    Verbs verbs = new Verbs(main.session, server);
    CommandLine all = new CommandLine(main);
    all.getCommandSpec()
        .versionProvider(VersionCommand.PROVIDER)
        .addOption(forAll("print this and end, as 'chesterton help VERB' does", "-h", "--help")
            .usageHelp(true)
            .build())
        .addOption(forAll("print the version and end", "--version").versionHelp(true).build());
    verbs.addTo(all, List.of(arguments));
    return all.setOut(new PrintWriter(outside.out(), true, StandardCharsets.UTF_8))
        .setExecutionStrategy(Main::execute)
        .setParameterExceptionHandler((failure, _) -> usage(failure, verbs.names(), outside))
        .setExecutionExceptionHandler((failure, _, _) -> Failure.tell(failure, outside));
  }

  /** An option of every verb that no code asks for: picocli acts on it. */
  private static OptionSpec.Builder forAll(String description, String... names) {
    return OptionSpec.builder(names)
        .type(boolean.class)
        .scopeType(ScopeType.INHERIT)
        .description(description);
  }

  /** Who asks for the help of a verb that is not there is told so, and not helped with another. */
  private static int execute(ParseResult parsed) throws ExecutionException {
    for (ParseResult of = parsed;; of = of.subcommand()) {
      if (!of.unmatched().isEmpty()) {
        throw new UnmatchedArgumentException(of.commandSpec().commandLine(), of.unmatched());
      }
      if (!of.hasSubcommand()) {
        return new RunLast().execute(parsed);
      }
    }
  }

  /** Without a verb: the list of them, as wrong usage. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a verb is missing");
  }

  @Override
  public Prose prose() {
    return new Prose(
        List.of("A kernel patch takes lines away; somebody put those lines there for a reason, and "
            + "the reason is in a commit message and a mail thread of ten years ago. chesterton "
            + "reads the patch, the git history and the mail archive, and lays the reason before "
            + "the reviewer. A finding is a question with its evidence; there is no verdict on "
            + "anybody, and nothing is ever sent.",
            "Results go to standard output, all else to standard error. Control characters of "
                + "mails are shown as \\x1b. '--' ends the options."),
        List.of(new Prose.Example(
            "chesterton mirror https://lore.kernel.org/linux-btrfs/\nchesterton ingest --list linux-btrfs \\\n    ~/.local/share/chesterton/mirror/linux-btrfs",
            "A store of one list:"),
            new Prose.Example("chesterton check 0001-a-change.patch",
                "What a patch takes away that was needed:"),
            new Prose.Example("chesterton explain -L 3947 fs/btrfs/extent_io.c",
                "Why a line is there:")),
        List.of("git(1)", "b4(5)"));
  }

  private static int usage(ParameterException failure, Set<String> verbs, Outside outside) {
    outside.err().println("chesterton: " + Printable.of(Usage.explain(failure, verbs)));
    return ExitCode.USAGE.number();
  }
}
