package dev.chesterton.cli;

import dev.chesterton.index.KnownSource;
import java.nio.file.Path;
import java.util.Optional;

/** A mail archive or a tree to be read into a store. */
sealed interface IngestJob {

  /** Of the list or the tree. */
  String name();

  /** Absolute; it need not exist. */
  Path path();

  /** A mail archive: all that {@link dev.chesterton.source.MailSources#open} finds at the path. */
  record Mails(String name, Path path) implements IngestJob {}

  /** The commits of a branch; HEAD where none is named. */
  record Commits(String name, Path path, Optional<String> branch) implements IngestJob {

    /** What the store shall remember of it. */
    KnownSource.Tree source() {
      return new KnownSource.Tree(name, branch, Optional.of(path));
    }
  }
}
