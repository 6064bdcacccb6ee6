package dev.chesterton.cli;

import dev.chesterton.index.KnownSource;
import dev.chesterton.source.MailFormat;
import dev.chesterton.source.MailSource;
import java.nio.file.Path;
import java.util.Optional;

/** A mail archive or a tree to be read into a store. */
sealed interface IngestJob {

  /** Of the list or the tree. */
  String name();

  /** Absolute; it need not exist. */
  Path path();

  /** A mail archive: all that {@link dev.chesterton.source.MailSources#open} finds at the path. */
  record Mails(String name, Path path, MailFormat format) implements IngestJob {

    /** In whatever format it looks like. */
    Mails(String name, Path path) {
      this(name, path, MailFormat.AUTO);
    }

    Mails in(MailFormat other) {
      return new Mails(name, path, other);
    }

    /** What the store shall remember of one of its sources. */
    KnownSource.Mails source(MailSource source) {
      return new KnownSource.Mails(name, source.name(), format);
    }
  }

  /** The commits of a branch; HEAD where none is named. */
  record Commits(String name, Path path, Optional<String> branch) implements IngestJob {

    /** What the store shall remember of it. */
    KnownSource.Tree source() {
      return new KnownSource.Tree(name, branch, Optional.of(path));
    }
  }
}
