package dev.chesterton.cli;

import dev.chesterton.history.CommitId;
import dev.chesterton.history.SourceTree;
import dev.chesterton.index.Index;
import dev.chesterton.index.KnownSource;
import dev.chesterton.source.ArchiveException;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.source.Reading;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether the archives and trees of a store still are what it was made from. */
final class SourceLookup {
  private final Path store;
  private final ReadLimits limits;

  SourceLookup(Path store, ReadLimits limits) {
    this.store = store;
    this.limits = limits;
  }

  /** A line for each that is not. */
  List<String> changed(List<KnownSource> sources) {
    try (Index index = Index.open(store)) {
      return sources.stream()
          .flatMap(source -> complaint(source, index.checkpoint(source.key())).stream())
          .toList();
    }
  }

  private Optional<String> complaint(KnownSource source, Checkpoint checkpoint) {
    try {
      return switch (source) {
        case KnownSource.Mails mails -> mails(mails, checkpoint);
        case KnownSource.Tree tree -> tree(tree, checkpoint);
      };
    } catch (ArchiveException | UncheckedIOException e) {
      return Optional.of(source.key() + ": " + e.getMessage());
    }
  }

  private Optional<String> mails(KnownSource.Mails mails, Checkpoint checkpoint) {
    if (!Files.exists(mails.path())) {
      return Optional.of(mails.key() + ": is not there any more; a rebuild would need it");
    }
    return MailSources.open(mails.path(), mails.format(), limits)
        .stream()
        .filter(source -> isRewritten(source, checkpoint))
        .findFirst()
        .map(_ -> mails.key() + ": was rewritten since it was read; the next ingest follows it");
  }

  private static boolean isRewritten(MailSource source, Checkpoint checkpoint) {
    try (Reading reading = source.since(checkpoint)) {
      return reading.isRewritten();
    }
  }

  private static Optional<String> tree(KnownSource.Tree tree, Checkpoint checkpoint) {
    if (tree.path().isEmpty()) {
      return Optional.of(tree.key() + ": the store does not know where it is; a rebuild needs"
          + " chesterton.tree." + tree.name() + ".path");
    }
    try (SourceTree repository = SourceTree.open(tree.path().get(), tree.name())) {
      boolean isThere = checkpoint.position().isEmpty()
          || repository.commit(new CommitId(checkpoint.position())).isPresent();
      return isThere
          ? Optional.empty()
          : Optional.of(tree.key() + ": the commit up to which it was read is gone;"
              + " the next ingest reads it anew");
    }
  }
}
