package dev.chesterton.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The verbs in the order of the help. What picocli has to know of a verb it gathers by reflection, which for all of them
 * takes longer than a short verb runs; so it is told of those only that can be meant.
 */
final class Verbs {
  static final String HELP = "help";

  /** Words that may tell of verbs which are not among the arguments. */
  private static final Set<String> OF_ALL = Set.of(HELP, "-h", "--help", "completion");

  private final Map<String, Supplier<Verb>> all = new LinkedHashMap<>();

  Verbs(Session session, WebServer server) {
    all.put(HELP, () -> new HelpCommand(session));
    all.put("version", () -> new VersionCommand(session.outside()));
    all.put("mirror", () -> new MirrorCommand(session));
    all.put("ingest", () -> new IngestCommand(session));
    all.put("nightly", () -> new NightlyCommand(session));
    all.put("show", () -> new ShowCommand(session));
    all.put("check", () -> new CheckCommand(session));
    all.put("link", () -> new LinkCommand(session));
    all.put("explain", () -> new ExplainCommand(session));
    all.put("search", () -> new SearchCommand(session));
    all.put("hook", () -> new HookCommand(session));
    all.put("rules", () -> new RulesCommand(session));
    all.put("verify", () -> new VerifyCommand(session));
    all.put("serve", () -> new ServeCommand(session, server));
    all.put("mcp", () -> new McpCommand(session, server));
    all.put("demo", () -> new DemoCommand(session, server));
    all.put("backup", () -> new BackupCommand(session, server));
    all.put("completion", () -> new CompletionCommand(session));
  }

  Set<String> names() {
    return all.keySet();
  }

  /** Adds the verbs that occur among the arguments, whatever they mean there; for the help all of them. */
  void addTo(CommandLine program, List<String> arguments) {
    boolean everyOne = arguments.stream().anyMatch(OF_ALL::contains);
    all.forEach((name, verb) -> {
      if (everyOne || arguments.contains(name)) {
        add(program, verb.get());
      }
    });
  }

  /** The parts are added last: a verb hands on only the options it has been given by then. */
  private static void add(CommandLine program, Verb verb) {
    CommandLine added = new CommandLine(verb);
    added.getCommandSpec().versionProvider(VersionCommand.PROVIDER);
    program.addSubcommand(added);
    verb.parts().stream().map(CommandLine::new).forEach(part -> {
      part.getCommandSpec().versionProvider(VersionCommand.PROVIDER);
      added.addSubcommand(part);
    });
  }
}
