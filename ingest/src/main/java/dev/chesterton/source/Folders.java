package dev.chesterton.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Opens folders: git repositories and folders of files. */
final class Folders {
  private Folders() {}

  /** @throws ArchiveException when it is no archive, or not of the format */
  static List<MailSource> open(Path folder, MailFormat asked, ReadLimits limits) {
    return epochs(folder).stream()
        .<MailSource>map(epoch -> new EpochSource(epoch, limits))
        .toList();
  }

  private static List<Path> epochs(Path folder) {
    if (isBareRepository(folder)) {
      return List.of(folder);
    }
    List<Path> epochs = numbered(folder.resolve("git"));
    if (epochs.isEmpty()) {
      epochs = numbered(folder);
    }
    if (epochs.isEmpty()) {
      throw MailSources.unknown(folder.toString());
    }
    return epochs;
  }

  /** {@code 0.git}, {@code 1.git}, ...; links are not followed, since they could lead anywhere. */
  private static List<Path> numbered(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> entry.getFileName().toString().matches("[0-9]{1,6}\\.git"))
          .filter(Folders::isBareRepository)
          .sorted(Comparator.comparingInt(Folders::number))
          .toList();
    } catch (IOException e) {
      throw new ArchiveException("cannot list '" + folder + "': " + e.getMessage(), e);
    }
  }

  private static int number(Path epoch) {
    String name = epoch.getFileName().toString();
    return Integer.parseInt(name.substring(0, name.indexOf('.')));
  }

  static boolean isBareRepository(Path folder) {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && Files.isRegularFile(folder.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)
        && Files.isDirectory(folder.resolve("objects"), LinkOption.NOFOLLOW_LINKS);
  }
}
