package dev.chesterton.cli;

import dev.chesterton.cli.manual.Prose;
import dev.chesterton.review.Counted;
import dev.chesterton.settings.ArchiveSettings;
import dev.chesterton.settings.Settings;
import dev.chesterton.settings.SettingsException;
import dev.chesterton.source.ArchiveException;
import dev.chesterton.source.Mirror;
import dev.chesterton.source.MirrorLimits;
import dev.chesterton.source.MirrorReport;
import dev.chesterton.source.OfferedList;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "mirror", description = "copy the mail archives of a server into the store; a second run copies what is new")
final class MirrorCommand extends Verb {

  private final Session session;

  @Option(names = "--list", paramLabel = "NAME", description = "only this list; of an address with one list, the name to keep it under")
  private Optional<String> list = Optional.empty();

  @Option(names = "--include", paramLabel = "GLOB", description = "only lists whose name matches, may be given many times")
  private List<String> include = new ArrayList<>();

  @Parameters(paramLabel = "URL", arity = "0..1", description = "public-inbox, a server of many, or its manifest.js.gz; none: every archive.<name>.url of the settings")
  private Optional<String> url = Optional.empty();

  /** How the run stands; the settings name several servers, and one that is down does not end it. */
  private static final class Tally {
    private int reached;
    private int unreached;
    private boolean isAllWell = true;

    ExitCode exitCode() {
      if (reached == 0 && unreached > 0) {
        return ExitCode.IO;
      }
      return isAllWell && unreached == 0 ? ExitCode.OK : ExitCode.SKIPPED;
    }
  }

  MirrorCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    Settings settings = session.settings();
    List<PathMatcher> globs = include.stream().map(MirrorCommand::glob).toList();
    Optional<URI> address = url.map(MirrorCommand::address);
    List<ArchiveSettings> archives = address.isPresent() ? List.of() : archives(settings, globs);
    Tally tally = new Tally();
    try (Mirror mirror = new Mirror(settings.store(), holder(),
        MirrorLimits.of(settings.limits()))) {
      address.ifPresent(place -> mirrorFrom(place, globs, mirror, tally));
      archives.forEach(archive -> mirror(archive, mirror, tally));
    }
    return tally.exitCode();
  }

  private List<ArchiveSettings> archives(Settings settings, List<PathMatcher> globs) {
    List<ArchiveSettings> archives = settings.archives()
        .stream()
        .filter(archive -> archive.url().isPresent())
        .filter(archive -> list.isEmpty() || list.get().equals(archive.name()))
        .filter(archive -> isIncluded(archive.name(), globs))
        .toList();
    if (archives.isEmpty()) {
      throw new InputException(ExitCode.USAGE,
          "nothing to mirror: name a URL, or set chesterton.archive.<name>.url");
    }
    archives.forEach(archive -> Mirror.complaint(archive.url().orElseThrow()).ifPresent(rule -> {
      throw new SettingsException("chesterton.archive.%s.url is '%s', %s".formatted(archive.name(),
          archive.url().orElseThrow(), rule));
    }));
    return archives;
  }

  private void mirror(ArchiveSettings archive, Mirror mirror, Tally tally) {
    long begun = System.nanoTime();
    try {
      say(mirror.update(archive.name(), archive.url().orElseThrow()), begun, tally);
    } catch (ArchiveException e) {
      tally.unreached++;
      warn(archive.name() + ": " + e.getMessage());
    }
  }

  private void mirrorFrom(URI address, List<PathMatcher> globs, Mirror mirror, Tally tally) {
    long begun = System.nanoTime();
    if (list.isPresent()) {
      say(mirror.update(list.get(), address), begun, tally);
      return;
    }
    Parsed<List<OfferedList>> found = mirror.lists(address);
    List<OfferedList> wanted = found.value()
        .stream()
        .filter(offered -> isIncluded(offered.name(), globs))
        .toList();
    if (wanted.isEmpty()) {
      throw new InputException(ExitCode.BAD_INPUT, "no list of '" + address + "' matches "
          + String.join(" ", include) + "; it has " + some(found.value()));
    }
    warn(found.problems(), tally);
    for (OfferedList offered : wanted) {
      say(mirror.update(offered), begun, tally);
      begun = System.nanoTime();
    }
  }

  private static String some(List<OfferedList> lists) {
    String names = String.join(", ", lists.stream().limit(5).map(OfferedList::name).toList());
    return lists.size() <= 5 ? names : names + " and " + (lists.size() - 5) + " more";
  }

  private void say(MirrorReport report, long begun, Tally tally) {
    tally.reached++;
    session.outside()
        .out()
        .println(Printable.of("%s  %s, %,d new, %,d fetched, %,d rewritten, %,d failed   %s"
            .formatted(report.list(), Counted.of(report.epochs(), "epoch"), report.created(),
                report.fetched(),
                report.rewritten(), report.failed().size(), since(begun))));
    // A first copy of a server takes hours; whoever looks on wants to see that it moves.
    session.outside().out().flush();
    warn(report.failed(), tally);
  }

  private void warn(List<Problem> problems, Tally tally) {
    tally.isAllWell &= problems.isEmpty();
    problems.forEach(problem -> warn(problem.toString()));
  }

  private void warn(String problem) {
    session.outside().err().println("W: " + Printable.of(problem));
    session.outside().err().flush();
  }

  private static boolean isIncluded(String name, List<PathMatcher> globs) {
    return globs.isEmpty() || globs.stream().anyMatch(glob -> glob.matches(Path.of(name)));
  }

  private static PathMatcher glob(String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw new InputException(ExitCode.USAGE, "--include '" + pattern + "' is no pattern: "
          + e.getDescription() + "; write it as linux-*");
    }
  }

  private static URI address(String url) {
    try {
      URI address = new URI(url);
      Mirror.complaint(address).ifPresent(rule -> {
        throw new InputException(ExitCode.USAGE, "URL '" + url + "' " + rule);
      });
      return address;
    } catch (URISyntaxException e) {
      throw new InputException(ExitCode.USAGE, "URL '" + url + "' is no address: " + e.getReason());
    }
  }

  private static String since(long begun) {
    return String.format(Locale.ROOT, "%.1f s",
        Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
  }

  private String holder() {
    return "pid " + ProcessHandle.current().pid() + " since " + session.outside().clock().instant();
  }

  @Override
  public Prose prose() {
    return new Prose(List.of(),
        List.of(new Prose.Example("chesterton mirror https://lore.kernel.org/linux-btrfs/",
            "Copy one list:")),
        List.of("chesterton-ingest", "chesterton-nightly"));
  }
}
