package dev.chesterton.cli;

import dev.chesterton.settings.ArchiveSettings;
import dev.chesterton.settings.Settings;
import dev.chesterton.source.MailFormat;
import dev.chesterton.source.Mirror;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of ingest that say what is to be read; where there are none, the settings do. */
final class IngestSources {

  @Option(names = "--list", paramLabel = "NAME", description = "list whose archive the paths are (default: their file name up to the first dot);"
      + " without paths: read only this list of the settings")
  private Optional<String> list = Optional.empty();

  @Option(names = "--format", paramLabel = "WORD", description = "how the paths are written: ${COMPLETION-CANDIDATES} (default: auto, found by"
      + " looking, or what the store has read them in before); each also as .gz, .xz or .zst", completionCandidates = FormatWords.class)
  private Optional<String> format = Optional.empty();

  @Option(names = "--tree", paramLabel = "NAME=REPO", description = "read the commits of a git repository")
  private List<String> trees = new ArrayList<>();

  @Option(names = "--changed", paramLabel = "REPO", description = "read one epoch, for a hook: the list is that of the archive in the settings that"
      + " holds it, or that of the folders LIST/git/N.git")
  private Optional<String> changed = Optional.empty();

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "public-inbox or epoch of it, mbox, Maildir, mail, folder of patches or of saved pages; - for standard input;"
      + " none: the archives and trees of the settings")
  private List<String> paths = new ArrayList<>();

  /** What the command line names; empty where it names nothing. */
  List<IngestJob> named(Session session, Path inputFolder, Settings settings) {
    List<IngestJob> jobs = asSaid(session, inputFolder, settings);
    return format.isPresent() ? jobs : KnownJobs.asBefore(jobs, settings.store());
  }

  private List<IngestJob> asSaid(Session session, Path inputFolder, Settings settings) {
    Optional<String> checked = list.map(name -> ListName.checked(name, "--list"));
    List<IngestJob> jobs = new ArrayList<>();
    for (String path : paths) {
      Path place = path.equals("-")
          ? StandardInput.keep(session.outside().in(), inputFolder)
          : session.resolve(path).normalize();
      jobs.add(new IngestJob.Mails(checked.orElseGet(() -> ListName.of(place)), place, format()));
    }
    changed.map(session::resolve)
        .map(path -> existing(path.normalize()))
        .map(path -> ChangedEpoch.job(path, checked, settings.archives()))
        .ifPresent(jobs::add);
    trees.forEach(tree -> jobs.add(tree(tree, session)));
    return jobs;
  }

  /** Standard input is to be read; it can be taken once. */
  boolean takesInput() {
    return paths.contains("-");
  }

  /** The words of the formats, for the help. */
  static final class FormatWords implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return MailFormat.words().iterator();
    }
  }

  private MailFormat format() {
    return format.map(IngestSources::format).orElse(MailFormat.AUTO);
  }

  private static MailFormat format(String word) {
    return MailFormat.of(word)
        .orElseThrow(() -> new InputException(ExitCode.USAGE, "--format '" + word
            + "' is none of " + String.join(", ", MailFormat.words())));
  }

  /** Before anything is read: standard input has no name to take the list from. */
  void check() {
    format();
    if (takesInput() && list.isEmpty()) {
      throw new InputException(ExitCode.USAGE, "of which list is the standard input? add --list");
    }
  }

  private static IngestJob tree(String tree, Session session) {
    int equals = tree.indexOf('=');
    if (equals <= 0) {
      throw new InputException(ExitCode.USAGE, "--tree '" + tree + "': write it as NAME=REPO");
    }
    return new IngestJob.Commits(ListName.checked(tree.substring(0, equals), "--tree"),
        session.resolve(tree.substring(equals + 1)).normalize(), Optional.empty());
  }

  private static Path existing(Path path) {
    if (!Files.exists(path)) {
      throw new InputException(ExitCode.NO_INPUT, "no such file or folder: '" + path + "'");
    }
    return path;
  }

  /** What the settings name, or the one list of it that the command line wants. */
  List<IngestJob> ofSettings(Settings settings) {
    List<IngestJob> jobs = new ArrayList<>();
    settings.archives()
        .stream()
        .filter(archive -> list.isEmpty() || list.get().equals(archive.name()))
        .forEach(archive -> path(archive, settings.store())
            .ifPresent(path -> jobs.add(new IngestJob.Mails(archive.name(), path))));
    if (list.isEmpty()) {
      settings.trees()
          .forEach(tree -> tree.toRead()
              .forEach(branch -> jobs.add(
                  new IngestJob.Commits(tree.name(), tree.path(), branch))));
    }
    return KnownJobs.asBefore(jobs, settings.store());
  }

  /** An archive with an address only is read from its copy, once mirror has made it. */
  private static Optional<Path> path(ArchiveSettings archive, Path store) {
    return archive.path()
        .or(() -> Optional.of(Mirror.folder(store, archive.name()))
            .filter(Files::isDirectory));
  }
}
