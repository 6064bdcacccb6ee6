package dev.chesterton.cli;

import dev.chesterton.settings.ArchiveSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which list a changed epoch belongs to, for a hook that is told nothing but its path: grokmirror's
 * {@code post_update_hook}.
 */
final class ChangedEpoch {
  private static final String EPOCH = "[0-9]{1,6}\\.git";

  private ChangedEpoch() {}

  /**
   * What is to be read: the archive of the settings that holds the epoch tells the list, else the folders
   * {@code LIST/git/N.git} of a public-inbox do. Where links lead to it, it goes by the name the settings give it, so
   * that it stays one archive.
   */
  static IngestJob.Mails job(Path repository, Optional<String> list,
      List<ArchiveSettings> archives) {
    Path real = real(repository);
    for (ArchiveSettings archive : archives) {
      Optional<Path> inside = archive.path()
          .filter(path -> path.toFile().exists())
          .filter(path -> real.startsWith(real(path)))
          .map(path -> path.resolve(real(path).relativize(real)).normalize());
      if (inside.isPresent()) {
        return new IngestJob.Mails(list.orElse(archive.name()), inside.get());
      }
    }
    return new IngestJob.Mails(list.or(() -> byFolders(repository))
        .orElseThrow(() -> new InputException(ExitCode.USAGE, "of which list is '" + repository
            + "'? it is in no archive of the settings and not named LIST/git/N.git: add --list")),
        repository);
  }

  private static Optional<String> byFolders(Path repository) {
    int names = repository.getNameCount();
    return names >= 3 && repository.getName(names - 1).toString().matches(EPOCH)
        && repository.getName(names - 2).toString().equals("git")
            ? Optional.of(repository.getName(names - 3).toString())
            : Optional.empty();
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot find '" + path + "': " + e.getMessage(), e);
    }
  }
}
