package dev.chesterton.cli;

import dev.chesterton.index.Index;
import dev.chesterton.index.KnownSource;
import dev.chesterton.index.StoreException;
import dev.chesterton.source.MailFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a store was made from, as jobs for making it again. */
final class KnownJobs {
  private KnownJobs() {}

  /**
   * The jobs, and behind them one for each known source that none of them covers.
   *
   * @throws InputException when an archive is not there any more: what came from it would be lost
   */
  static List<IngestJob> added(List<IngestJob> jobs, List<KnownSource> known) {
    List<IngestJob> all = new ArrayList<>(jobs);
    for (KnownSource source : uncovered(jobs, known)) {
      all.add(job(source));
    }
    all.forEach(KnownJobs::requireExisting);
    return all;
  }

  /**
   * The jobs, each archive in the format the store has read it in before: another one would make other mails of it, and a
   * second run is to end as a rebuild does.
   */
  static List<IngestJob> asBefore(List<IngestJob> jobs, Path store) {
    List<KnownSource> known = known(store);
    return jobs.stream().<IngestJob>map(job -> switch (job) {
      case IngestJob.Mails mails -> mails.in(formatBefore(mails, known));
      case IngestJob.Commits commits -> commits;
    }).toList();
  }

  /** Nothing where it cannot be read; what is wrong with a store says who opens it. */
  private static List<KnownSource> known(Path store) {
    try {
      return Index.sources(store);
    } catch (StoreException _) {
      return List.of();
    }
  }

  private static MailFormat formatBefore(IngestJob.Mails job, List<KnownSource> known) {
    return known.stream()
        .filter(source -> source instanceof KnownSource.Mails(String list, String name, _)
            && list.equals(job.name()) && name.equals(job.path().toString()))
        .map(source -> ((KnownSource.Mails) source).format())
        .findFirst()
        .orElse(MailFormat.AUTO);
  }

  /** The known sources that the jobs do not read. */
  static List<KnownSource> uncovered(List<IngestJob> jobs, List<KnownSource> known) {
    return known.stream()
        .filter(source -> jobs.stream().noneMatch(job -> covers(job, source)))
        .toList();
  }

  private static boolean covers(IngestJob job, KnownSource source) {
    return switch (job) {
      case IngestJob.Mails mails -> source instanceof KnownSource.Mails(String list, _, _)
          && list.equals(mails.name())
          && ((KnownSource.Mails) source).path().startsWith(mails.path());
      case IngestJob.Commits commits -> source instanceof KnownSource.Tree tree
          && tree.name().equals(commits.name()) && tree.branch().equals(commits.branch());
    };
  }

  private static IngestJob job(KnownSource source) {
    return switch (source) {
      case KnownSource.Mails mails -> new IngestJob.Mails(mails.list(), mails.path(),
          mails.format());
      case KnownSource.Tree tree -> new IngestJob.Commits(tree.name(),
          tree.path()
              .orElseThrow(() -> new InputException(ExitCode.NO_INPUT, "where tree '" + tree.name()
                  + "' is, the store does not know: set chesterton.tree." + tree.name()
                  + ".path")),
          tree.branch());
    };
  }

  private static void requireExisting(IngestJob job) {
    if (!Files.exists(job.path())) {
      throw new InputException(ExitCode.NO_INPUT, "'" + job.path() + "', from which "
          + job.name() + " was read, is not there any more, the store is left as it was:"
          + " bring it back, or name all that shall be read");
    }
  }
}
