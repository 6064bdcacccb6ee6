package dev.chesterton.cli;

import dev.chesterton.finding.RuleBook;
import dev.chesterton.history.SourceTree;
import dev.chesterton.history.TreeLimits;
import dev.chesterton.index.Index;
import dev.chesterton.index.StoreException;
import dev.chesterton.link.CommitChanges;
import dev.chesterton.link.TreeAt;
import dev.chesterton.review.PageAddress;
import dev.chesterton.settings.Settings;
import dev.chesterton.settings.SettingsReader;
import dev.chesterton.settings.Surroundings;
import dev.chesterton.settings.TreeSettings;
import dev.chesterton.source.ArchiveException;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import dev.chesterton.source.ReadLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options every verb takes, and what follows from them: settings, store, trees. */
public final class Session {

  @Option(names = "-C", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "work as if started in DIR")
  private Optional<Path> directory = Optional.empty();

  @Option(names = "--store", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "folder of the store")
  private Optional<Path> store = Optional.empty();

  @Option(names = "--config", paramLabel = "KEY=VALUE", scope = ScopeType.INHERIT, description = "set one key, as git config chesterton.KEY does")
  private List<String> config = new ArrayList<>();

  @Option(names = "--config-file", paramLabel = "FILE", scope = ScopeType.INHERIT, description = "read this file in place of the user's")
  private Optional<Path> configFile = Optional.empty();

  @Option(names = {"-q",
    "--quiet"}, scope = ScopeType.INHERIT, description = "say only what is wrong: no progress, no summary")
  private boolean quiet;

  @Option(names = {"-v",
    "--verbose"}, scope = ScopeType.INHERIT, description = "hold back no warning, and name what is odd")
  private boolean verbose;

  private final Outside outside;
  private Optional<Settings> read = Optional.empty();

  Session(Outside outside) {
    this.outside = outside;
  }

  /** The same options in a world in which nobody hears standard error. */
  Session silent() {
    Session silent = new Session(outside.withoutErrors());
    silent.directory = directory;
    silent.store = store;
    silent.config = List.copyOf(config);
    silent.configFile = configFile;
    silent.quiet = true;
    return silent;
  }

  public Outside outside() {
    return outside;
  }

  boolean isQuiet() {
    return quiet;
  }

  boolean isVerbose() {
    return verbose;
  }

  /** A path of the command line, which counts from the folder worked in. */
  public Path resolve(String path) {
    return workingFolder().resolve(path);
  }

  private Path workingFolder() {
    return directory.map(outside.directory()::resolve).orElse(outside.directory()).normalize();
  }

  /** The settings as they were when they were first asked for. */
  public Settings settings() {
    Settings settings = read.orElseGet(this::readSettings);
    read = Optional.of(settings);
    return settings;
  }

  private Settings readSettings() {
    directory.filter(_ -> !Files.isDirectory(workingFolder())).ifPresent(named -> {
      throw new InputException(ExitCode.NO_INPUT, "-C '" + named + "' is no folder");
    });
    List<String> overrides = new ArrayList<>(config);
    store.ifPresent(folder -> overrides.add("store=" + folder));
    Path home = Path.of(outside.environment().getOrDefault("HOME", "/"));
    Surroundings surroundings = new Surroundings(outside.environment(), home, workingFolder());
    return new SettingsReader(surroundings).read(configFile, Optional.empty(), overrides);
  }

  /** The rules of the program and of the user; a file that is no rule is told of on standard error, each time. */
  public RuleBook rules() {
    Parsed<RuleBook> rules = RuleBook.of(settings().rules());
    rules.problems()
        .forEach(problem -> outside.err().println("chesterton: " + Printable.of(problem + "")));
    return rules.value();
  }

  /** The store for reading; the caller closes it. */
  public Index openIndex() {
    Settings settings = settings();
    return Index.open(settings.store(), ReadLimits.of(settings.limits()));
  }

  /**
   * The store for reading or, where nobody has made or named one, an empty one: then only rules that need none find
   * anything, which is said once. The caller closes it.
   */
  Index openIndexIfThere() {
    try {
      return openIndex();
    } catch (StoreException e) {
      if (e.reason() != StoreException.Reason.MISSING || settings().isStoreNamed()) {
        throw e;
      }
      outside.err()
          .println("chesterton: " + Printable.of("no store in '" + settings().store()
              + "': only rules that need none were asked"));
      return Index.empty();
    }
  }

  public ReadLimits limits() {
    return ReadLimits.of(settings().limits());
  }

  /** The trees of the settings, opened when first asked. */
  public Trees trees() {
    return trees(settings().trees());
  }

  /** Other trees, with the limits of the settings. */
  Trees trees(List<TreeSettings> trees) {
    return new Trees(trees, TreeLimits.of(settings().limits()));
  }

  /** Where the pages of the settings are. */
  PageAddress pages() {
    return new PageAddress(settings().pages().baseUrl());
  }

  /** Gives commits of the configured trees with what they changed. */
  public static final class Trees implements CommitChanges, AutoCloseable {
    private final Map<String, TreeSettings> configured = new LinkedHashMap<>();
    private final TreeLimits limits;
    private final Map<String, SourceTree> open = new LinkedHashMap<>();

    /** Of trees that are opened when first asked. */
    public Trees(List<TreeSettings> trees, TreeLimits limits) {
      this.limits = limits;
      trees.forEach(tree -> configured.put(tree.name(), tree));
    }

    @Override
    public synchronized Optional<dev.chesterton.history.Commit> of(
        dev.chesterton.index.Head.CommitHead head) {
      return head.trees()
          .stream()
          .flatMap(name -> Optional.ofNullable(configured.get(name)).stream())
          .map(this::open)
          .flatMap(tree -> tree.commit(head.id()).stream())
          .findFirst();
    }

    /** Of each tree the first branch that is read. */
    @Override
    public synchronized Parsed<List<TreeAt>> heads() {
      List<TreeAt> heads = new ArrayList<>();
      List<Problem> problems = new ArrayList<>();
      for (TreeSettings tree : configured.values()) {
        try {
          SourceTree opened = open(tree);
          heads.add(new TreeAt(opened, opened.head(tree.toRead().getFirst())));
        } catch (ArchiveException e) {
          problems.add(new Problem("tree " + tree.name(), String.valueOf(e.getMessage())));
        }
      }
      return new Parsed<>(heads, problems);
    }

    private SourceTree open(TreeSettings tree) {
      return open.computeIfAbsent(tree.name(),
          _ -> SourceTree.open(tree.path(), tree.name(), limits));
    }

    @Override
    public synchronized void close() {
      open.values().forEach(SourceTree::close);
    }
  }
}
